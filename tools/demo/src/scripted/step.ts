/** A step of a conversation on this scene; it throws `StepFailed` when it does not go as the title says. */
export interface Step<Scene> {
  readonly title: string;
  readonly play: (scene: Scene) => Promise<void>;
}

/** A prompt with `{{name}}` where what is asked about goes. Whoever changes the text writes the next version. */
export interface PromptText<Name extends string> {
  readonly version: number;
  readonly text: string;
  readonly names: readonly Name[];
}

/** Puts the values in, each once; what looks like a name inside a value stays as it is. */
export function fillPrompt<Name extends string>(
  { text, names }: PromptText<Name>,
  values: Readonly<Record<Name, string>>,
): string {
  const known = new Map<string, string>(names.map((name) => [name, values[name]]));
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => known.get(name) ?? '');
}

/** How a prompt says what was wrong with the last answer; nothing when there was none. */
export function inComplaint(complaint: string | undefined): string {
  return complaint === undefined ? '' : `Your last answer was not accepted: ${complaint}\n`;
}

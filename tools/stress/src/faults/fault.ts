/** Something that goes wrong in the world of the services. What it draws by chance follows from the seed. */
export interface Fault {
  /** As the report counts it. */
  readonly name: string;
  /** Does it, mends what does not mend itself, and says in a few words what happened. */
  strike(): Promise<string>;
}

/** A `describe` that is skipped, with the reason in its title, where something is lacking; `lacks` is null where nothing is. */
export function describeUnless(lacks: string | null, title: string, specs: () => void): void {
  if (lacks === null) describe(title, specs);
  else describe.skip(`${title} (skipped: ${lacks})`, specs);
}

import { greenMailLacks } from './greenmail';

/** A `describe` that is skipped, with the reason in its title, where GreenMail cannot be started. */
export function describeWithGreenMail(title: string, specs: () => void): void {
  const lacks = greenMailLacks();
  if (lacks === null) describe(title, specs);
  else describe.skip(`${title} (skipped: ${lacks})`, specs);
}

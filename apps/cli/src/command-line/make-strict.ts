import type { Commander } from './commander';
import { Mistake } from './mistake.error';
import { usageSentence } from './usage-sentence';

/**
 * Makes a command and all below it throw: a `Mistake` of one sentence for what commander would print over several
 * lines, and commander's own error with `exitCode` 0 after help. Nothing ends the process by itself.
 */
export function makeStrict(command: Commander, path: string): void {
  command.exitOverride();
  command.configureOutput({
    outputError: (text) => {
      throw new Mistake(usageSentence(text, path));
    },
    // Help that nobody asked for.
    writeErr: () => {
      throw new Mistake(`Name a command; \`${path} --help\` lists them all.`);
    },
  });
  // A group takes any word, to say itself that it does not know it.
  if (command.commands.length === 0) command.allowExcessArguments(false);
  for (const below of command.commands) makeStrict(below, `${path} ${below.name()}`);
}

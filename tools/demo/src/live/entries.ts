import { createInterface } from 'node:readline';
import type { Ending } from '../ending';
import type { Screen } from '../text/screen';
import { joinLines } from './join-lines';

/** What the person types, or what is piped in, one entry at a time; ends with the input or with the demo. */
export async function* entriesFrom(
  { ending, screen }: { readonly ending: Ending; readonly screen: Screen },
  prompt: () => string,
): AsyncGenerator<string, void> {
  const terminal = screen.isTerminal && process.stdin.isTTY;
  const input = createInterface({ input: process.stdin, output: process.stdout, terminal, signal: ending.signal });
  input.on('SIGINT', () => {
    ending.because({ type: 'asked' });
  });
  const ask = (words: string): void => {
    if (!terminal) return;
    input.setPrompt(words);
    input.prompt(true);
    screen.keepPrompt(input);
  };
  // Before anything is awaited: lines that are piped in come at once.
  const entries = joinLines(input, () => {
    ask('… ');
  });
  try {
    for (;;) {
      ask(prompt());
      const next = await entries.next();
      screen.keepPrompt(null);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    screen.keepPrompt(null);
    if (terminal) process.stdout.write('\n');
    input.close();
  }
}

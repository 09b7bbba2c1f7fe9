import fc from 'fast-check';
import type { KnownCommand } from './command-line';

/** What an operator, a script or somebody at play may write behind a command. */
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    ...['', ' ', '\0', 'a\0b', '\n', 'a\nb', '\u001b[2J', '\ud800', 'x'.repeat(50_000), '🦊'.repeat(2_000), '--', '-x'],
    ...['anna@dom.example', '@anna', '0', '-1', '1e9', 'NaN', '2026-02-30', '/', '.', '-', '/dev/null', 'ru', 'true'],
    ...['__proto__', 'constructor', '{}', '[]', 'null', '$where', '{"$gt":""}', 'help', '--json', '--help'],
  ),
);

/** A command with whatever behind it: too little, too much, options twice, and values that are none. */
export function anyCommandLine(commands: readonly KnownCommand[]): fc.Arbitrary<readonly string[]> {
  return fc.constantFrom(...commands).chain(({ words, flags, needed }) => {
    const flag = fc.constantFrom(...flags, '--unknown');
    const option = fc.oneof(
      flag.map((name) => [name]),
      fc.tuple(flag, word).map(([name, value]) => [name, value]),
      fc.tuple(flag, word).map(([name, value]) => [`${name}=${value}`]),
      fc.tuple(flag, word, word).map(([name, one, two]) => [name, one, name, two]),
      word.map((value) => [value]),
    );
    const all = fc.tuple(...needed.map((name) => word.map((value) => [name, value])));
    return fc
      .tuple(fc.oneof(fc.constant([]), all), fc.array(option, { maxLength: 5 }))
      .map(([first, more]) => [...words, ...first.flat(), ...more.flat()]);
  });
}

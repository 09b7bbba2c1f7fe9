import { CommandFactory } from 'nest-commander';
import { CliModule } from '../src/cli.module';
import type { Commander } from '../src/command-line/commander';
import type { Failure } from '../src/command-line/failure';
import { runCommandLine } from '../src/command-line/run-command-line';
import { StrictCommandLine } from '../src/command-line/strict-command-line';

/** A command by its words, with the flags it knows, and those of them it cannot do without. */
export interface KnownCommand {
  readonly words: readonly string[];
  readonly flags: readonly string[];
  readonly needed: readonly string[];
}

/** How a command line ended, and what it printed. */
export interface Ended extends Failure {
  readonly printed: string;
}

/** Every command there is. */
export async function knownCommands(): Promise<KnownCommand[]> {
  const app = await CommandFactory.createWithoutRunning(CliModule, { logger: false, abortOnError: false });
  const commands = belowOf(app.get(StrictCommandLine)['root'], []);
  await app.close();
  return commands;
}

function belowOf(command: Commander, words: readonly string[]): KnownCommand[] {
  const nameOf = ({ long, short }: (typeof command.options)[number]): string => long ?? short ?? '';
  const flags = command.options.map(nameOf);
  const needed = command.options.filter(({ mandatory }) => mandatory).map(nameOf);
  const below = command.commands.flatMap((each) => belowOf(each, [...words, each.name()]));
  return [{ words, flags, needed }, ...below];
}

/** Carries out one command line in this process, as a process of its own would. */
export async function carriedOut(args: readonly string[]): Promise<Ended> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const { argv } = process;
  process.argv = ['node', 'sales-agent', ...args];
  try {
    const failure = await runCommandLine();
    const printed = write.mock.calls.map(([text]) => String(text)).join('');
    const exitCode = Number(process.exitCode ?? 0) as Failure['exitCode'];
    return { ...(failure ?? { line: '', exitCode }), printed };
  } finally {
    write.mockRestore();
    process.argv = argv;
    process.exitCode = undefined;
  }
}

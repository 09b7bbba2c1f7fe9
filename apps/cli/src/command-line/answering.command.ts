import { CommandRunner, Option } from 'nest-commander';
import type { Answer } from './answer';

/** A command that ends with an answer, and prints it as the operator wants it. */
export abstract class AnsweringCommand<Options = object> extends CommandRunner {
  @Option({ flags: '--json', description: 'answer as one JSON value' })
  parseJson(): boolean {
    return true;
  }

  async run(given: string[], options: Options & { readonly json?: boolean }): Promise<void> {
    const { text, json, exitCode } = await this.answer(given, options);
    process.stdout.write(`${options.json ? JSON.stringify(json) : text}\n`);
    if (exitCode !== undefined) process.exitCode = exitCode;
  }

  protected abstract answer(given: readonly string[], options: Options): Promise<Answer>;
}

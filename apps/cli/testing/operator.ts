import type { AnsweringCommand } from '../src/command-line/answering.command';
import { Installation } from '../src/installation/installation';
import { openWith, type OpenInstallation } from '../src/installation/open-installation';

type Settings = OpenInstallation['settings'];
type Keys = Parameters<typeof openWith>[1];
interface Asked {
  readonly json?: boolean;
}
type CommandClass<Options> = new (installation: Installation) => AnsweringCommand<Options>;

/** An operator at the command line of one installation: what a command answers to `--json`, and the exit code. */
export class Operator extends Installation {
  private constructor(private readonly installation: OpenInstallation) {
    super();
  }

  static async at(settings: Settings, keys: Keys): Promise<Operator> {
    const installation = await openWith(settings, keys);
    await installation.clock.load();
    return new Operator(installation);
  }

  override open(): Promise<OpenInstallation> {
    return Promise.resolve(this.installation);
  }

  async json<Options>(
    Command: CommandClass<Options>,
    given: string[],
    options: Options & Asked,
  ): Promise<ReturnType<typeof JSON.parse>> {
    return JSON.parse(await this.run(Command, given, { ...options, json: true }));
  }

  async text<Options>(Command: CommandClass<Options>, given: string[], options: Options & Asked): Promise<string> {
    return this.run(Command, given, options);
  }

  async leave(): Promise<void> {
    await this.installation.close();
  }

  private async run<Options>(
    Command: CommandClass<Options>,
    given: string[],
    options: Options & Asked,
  ): Promise<string> {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      await new Command(this).run(given, options);
      return write.mock.calls
        .map(([text]) => String(text))
        .join('')
        .trim();
    } finally {
      write.mockRestore();
      process.exitCode = undefined;
    }
  }
}

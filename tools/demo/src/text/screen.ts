import { clearLine, clearScreenDown, cursorTo, type Interface } from 'node:readline';
import type { WriteStream } from 'node:tty';

const WIDEST = 100;

/** What the person sees. Lines appear above whatever is being typed; colour and passing lines on a terminal only. */
export class Screen {
  readonly isTerminal: boolean;
  private readonly hasColours: boolean;
  private passing = false;
  private prompting: Interface | null = null;

  constructor(
    private readonly out: WriteStream,
    environment: NodeJS.ProcessEnv,
  ) {
    this.isTerminal = out.isTTY;
    this.hasColours = out.isTTY && !environment['NO_COLOR'];
  }

  get width(): number {
    return Math.min(this.isTerminal ? this.out.columns : WIDEST, WIDEST);
  }

  /** A block of its own, with an empty line below. */
  print(block: string): void {
    this.hush();
    if (this.prompting) {
      cursorTo(this.out, 0);
      clearScreenDown(this.out);
    }
    this.out.write(`${block}\n\n`);
    this.prompting?.prompt(true);
  }

  /** The same for what need not be read, a line each. */
  quiet(...lines: readonly string[]): void {
    if (lines.length > 0) this.print(lines.map((line) => this.dimmed(`  · ${line}`)).join('\n'));
  }

  warn(sentence: string): void {
    this.print(this.hasColours ? `\u001b[33m${sentence}\u001b[0m` : sentence);
  }

  dimmed(text: string): string {
    return this.hasColours ? `\u001b[2m${text}\u001b[0m` : text;
  }

  /** Says what is being done; gone as soon as anything else is shown. */
  whileDoing(what: string): void {
    if (!this.isTerminal) return;
    this.hush();
    this.out.write(this.dimmed(`${what}…`));
    this.passing = true;
  }

  hush(): void {
    if (!this.passing) return;
    this.passing = false;
    cursorTo(this.out, 0);
    clearLine(this.out, 0);
  }

  /** From now on this prompt stays the last line; null when nothing is being typed. */
  keepPrompt(prompting: Interface | null): void {
    this.prompting = prompting;
  }
}

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMail } from '@app/mail-text/parse-mail';
import type { ParsedMail } from '@app/mail-text/parsed-mail';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';

/** A letter of the agent's as it arrived outside: to whom, and what its MIME says. */
export interface ArrivedLetter {
  readonly to: string;
  readonly mail: ParsedMail;
}

/** The mailboxes of everybody the agent writes to, kept as files any mail program can open. */
export class OutsideMailbox {
  readonly letters: ArrivedLetter[] = [];
  /** Arrivals are taken in one after the other. */
  private arrivals: Promise<void> = Promise.resolve();

  private onLetter: (letter: ArrivedLetter) => void = () => undefined;

  private constructor(private readonly folder: string) {}

  /** Opens the folder with all that arrived in earlier demos. */
  static async open(folder: string): Promise<OutsideMailbox> {
    await mkdir(folder, { recursive: true });
    const mailbox = new OutsideMailbox(folder);
    for (const file of (await readdir(folder)).sort()) {
      const to = /^\d+ (.+)\.eml$/.exec(file)?.[1];
      if (to !== undefined) mailbox.letters.push({ to, mail: await parseMail(await readFile(join(folder, file))) });
    }
    return mailbox;
  }

  /** Tells of each letter that arrives from now on. */
  hear(onLetter: (letter: ArrivedLetter) => void): void {
    this.onLetter = onLetter;
  }

  take({ to, raw }: AcceptedMail): void {
    this.arrivals = this.arrivals.then(async () => {
      for (const address of to) await this.store(address, raw);
    });
  }

  /** Waits until everything that was taken has been told of. */
  settled(): Promise<void> {
    return this.arrivals;
  }

  latestFor(address: string): ArrivedLetter | undefined {
    return this.letters.findLast(({ to }) => to === address);
  }

  /** Everybody who was written to, each once. */
  addresses(): string[] {
    return [...new Set(this.letters.map(({ to }) => to))];
  }

  private async store(to: string, raw: Buffer): Promise<void> {
    const number = String(this.letters.length + 1).padStart(6, '0');
    await writeFile(join(this.folder, `${number} ${to.replaceAll('/', '_')}.eml`), raw);
    const letter = { to, mail: await parseMail(raw) };
    this.letters.push(letter);
    this.onLetter(letter);
  }
}

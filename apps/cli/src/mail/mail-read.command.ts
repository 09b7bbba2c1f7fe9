import { createInterface } from 'node:readline';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import { readMail } from '@app/mail-text/read-mail';
import { readInput } from '../arguments/read-input';
import { Mistake } from '../command-line/mistake.error';
import { answerBatchLine } from './answer-batch-line';
import { withEveryKey } from './with-every-key';

interface Options {
  readonly batch?: boolean;
}

@SubCommand({
  name: 'read',
  arguments: '[file]',
  description: 'what one mail says, as JSON; needs neither database nor settings',
})
export class MailReadCommand extends CommandRunner {
  async run([file]: string[], { batch }: Options): Promise<void> {
    if (!batch) return print(withEveryKey(await readMail(await readInput(file ?? '-'), { signature: 'strip' })));
    if (file !== undefined) throw new Mistake('With --batch the mails come on standard input; leave the file out.');
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() !== '') await print(await answerBatchLine(line));
    }
  }

  @Option({
    flags: '--batch',
    description: 'one JSON value a line in and out: {id, eml (base64), signature: strip|keep}',
  })
  parseBatch(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'as it does anyway' })
  parseJson(): boolean {
    return true;
  }
}

/** Waits while the reader of our output is slower than we are. */
async function print(value: object): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

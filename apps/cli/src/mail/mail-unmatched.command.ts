import { Option, SubCommand } from 'nest-commander';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import { wholeNumber } from '../arguments/whole-number';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';

interface Options {
  readonly limit: number;
}

const WIDEST_CELL = 60;

@SubCommand({ name: 'unmatched', description: 'what came in and belongs to no conversation, the newest first' })
export class MailUnmatchedCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { limit }: Options): Promise<Answer> {
    const { messages } = await this.installation.open();
    const found = await messages.unmatched(limit);
    return {
      text: found.length > 0 ? table(['came in', 'from', 'kind', 'subject', 'text', 'id'], found.map(row)) : 'Nothing.',
      json: found.map(withoutRaw),
    };
  }

  @Option({ flags: '--limit <n>', description: 'at most so many', defaultValue: 50 })
  parseLimit(count: string): number {
    return wholeNumber('--limit', count);
  }
}

function row({ _id: id, storedAt, from, kind, subject, text, unreadable }: InboundMessage): string[] {
  return [momentInWords(storedAt), from, kind, beginning(subject), beginning(unreadable ?? text), id];
}

function beginning(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > WIDEST_CELL ? `${line.slice(0, WIDEST_CELL - 1)}…` : line;
}

function withoutRaw(message: InboundMessage): object {
  const { _id: id, from, fromName, subject, kind, text, storedAt, messageId, attachments, unreadable } = message;
  return { id, from, fromName, subject, kind, text, at: storedAt, messageId, attachments, unreadable };
}

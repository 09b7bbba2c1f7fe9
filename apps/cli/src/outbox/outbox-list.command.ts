import { Option, SubCommand } from 'nest-commander';
import type { OutboxMessage, OutboxStatus } from '@app/persistence/outbox/outbox.schema';
import { oneOf } from '../arguments/one-of';
import { wholeNumber } from '../arguments/whole-number';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { findContact } from '../contact/find-contact';
import { Installation } from '../installation/installation';
import { checkProduct } from '../product/check-product';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { letterState } from './letter-state';

interface Options {
  readonly status?: OutboxStatus;
  readonly product?: string;
  readonly contact?: string;
  readonly limit: number;
}

@SubCommand({ name: 'list', description: 'the letters, the newest first, and how far each has come' })
export class OutboxListCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { status, product, contact, limit }: Options): Promise<Answer> {
    const { outbox, products, contacts } = await this.installation.open();
    if (product !== undefined) await checkProduct(products, product);
    const letters = await outbox.list({
      limit,
      ...(status === undefined ? {} : { status }),
      ...(product === undefined ? {} : { productId: product }),
      ...(contact === undefined ? {} : { contactId: (await findContact(contacts, contact))._id }),
    });
    const headings = ['id', 'to', 'letters', 'state', 'written', 'leaves from', 'said'];
    return {
      text: letters.length > 0 ? table(headings, letters.map(row)) : 'No letter.',
      json: letters.map(withoutMailFields),
    };
  }

  @Option({ flags: '--status <status>', description: 'only letters in this status, such as queued or settled' })
  parseStatus(status: string): OutboxStatus {
    return oneOf('--status', STATUSES, status);
  }

  @Option({ flags: '--product <id>', description: 'only the letters of this product' })
  parseProduct(id: string): string {
    return id;
  }

  @Option({ flags: '--contact <contact>', description: 'only the letters to this person (id or address)' })
  parseContact(contact: string): string {
    return contact;
  }

  @Option({ flags: '--limit <n>', description: 'at most so many', defaultValue: 50 })
  parseLimit(count: string): number {
    return wholeNumber('--limit', count);
  }
}

const STATUSES = ['draft', 'queued', 'leased', 'handing-over', 'settled', 'cancelled'] as const;

function row(letter: OutboxMessage): string[] {
  const { _id: id, to, letters, status, createdAt, leavesFrom, attempts } = letter;
  const waits = status === 'draft' || status === 'queued';
  const said = attempts.at(-1)?.said ?? '';
  return [
    id,
    to,
    letters.join(' + '),
    letterState(letter),
    momentInWords(createdAt),
    waits && leavesFrom > createdAt ? momentInWords(leavesFrom) : '',
    said,
  ];
}

function withoutMailFields(letter: OutboxMessage): object {
  const { _id: id, productId: product, contactId: contact, letters, to, subject, status, outcome } = letter;
  const { createdAt, leavesFrom, settledAt, attempts, messageId } = letter;
  return {
    id,
    product,
    contact,
    letters,
    to,
    subject,
    status,
    outcome,
    createdAt,
    leavesFrom,
    settledAt,
    attempts,
    messageId,
  };
}

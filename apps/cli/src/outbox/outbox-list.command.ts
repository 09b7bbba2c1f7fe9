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
import { letterAsJson } from './letter-as-json';
import { lastWords } from './letter-in-words';
import { letterState } from './letter-state';
import { whyItWaits } from './why-it-waits';

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
    const { outbox, products, contacts, accounts } = await this.installation.open();
    if (product !== undefined) await checkProduct(products, product);
    const letters = await outbox.list({
      limit,
      ...(status === undefined ? {} : { status }),
      ...(product === undefined ? {} : { productId: product }),
      ...(contact === undefined ? {} : { contactId: (await findContact(contacts, contact))._id }),
    });
    const byId = new Map((await accounts.all()).map((account) => [account._id, account]));
    const listed = letters.map((letter) => ({ letter, waitsFor: whyItWaits(letter, byId.get(letter.accountId)) }));
    const headings = ['id', 'to', 'letters', 'state', 'written', 'leaves from', 'said, or what it waits for'];
    return {
      text: letters.length > 0 ? table(headings, listed.map(row)) : 'No letter.',
      json: listed.map(({ letter, waitsFor }) => ({ ...letterAsJson(letter), waitsFor })),
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

const STATUSES = ['draft', 'queued', 'held', 'leased', 'handing-over', 'settled', 'cancelled'] as const;

function row({ letter, waitsFor }: { readonly letter: OutboxMessage; readonly waitsFor: string }): string[] {
  const { _id: id, to, letters, status, createdAt, leavesFrom } = letter;
  const waits = status === 'draft' || status === 'queued';
  return [
    id,
    to,
    letters.join(' + '),
    letterState(letter),
    momentInWords(createdAt),
    waits && leavesFrom > createdAt ? momentInWords(leavesFrom) : '',
    waitsFor === '' ? lastWords(letter) : waitsFor,
  ];
}

import { Option, SubCommand } from 'nest-commander';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import type { OpenInstallation } from '../installation/open-installation';
import { checkProduct } from '../product/check-product';
import { momentInWords } from '../text/moment';
import { table } from '../text/table';
import { waitsFor } from './waits-for';

interface Options {
  readonly product?: string;
}

@SubCommand({
  name: 'list',
  description: 'everybody we write to, the newest first, and what each conversation waits for',
})
export class ContactListCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { product }: Options): Promise<Answer> {
    const opened = await this.installation.open();
    if (product !== undefined) await checkProduct(opened.products, product);
    const listed = await withStages(await contactsOf(opened, product), opened);
    const headings = ['name', 'company', 'address', 'product', 'stage', 'waits for', 'due'];
    return {
      text:
        listed.length > 0 ? table(headings, listed.map(row)) : 'No contact yet; `sales-agent contact add` adds one.',
      json: listed.map(({ due, ...rest }) => ({ ...rest, due: due?.toISOString() ?? null })),
    };
  }

  @Option({ flags: '--product <id>', description: 'only the contacts of this product' })
  parseProduct(id: string): string {
    return id;
  }
}

type Listed = Awaited<ReturnType<typeof withStages>>[number];

async function contactsOf({ contacts, products }: OpenInstallation, product: string | undefined): Promise<Contact[]> {
  const ids = product === undefined ? await products.ids() : [product];
  const found = await Promise.all(ids.map((id) => contacts.ofProduct(id, EVERY_ONE)));
  return found.flat().sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
}

/** MongoDB's own way to say that there is no limit. */
const EVERY_ONE = 0;

async function withStages(contacts: readonly Contact[], { conversations }: OpenInstallation) {
  const ids = contacts.map(({ conversationId }) => conversationId);
  const [found, timers] = await Promise.all([conversations.findAll(ids), conversations.timersOf(ids)]);
  const stages = new Map(found.map(({ _id, stage }) => [_id, stage]));
  // The earliest comes first, and it is the one that stays.
  const dues = new Map(timers.toReversed().map(({ conversationId, dueAt }) => [conversationId, dueAt]));
  return contacts.map(({ _id: id, name, company, addresses, productId, conversationId }) => ({
    id,
    name,
    company,
    addresses,
    product: productId,
    stage: stages.get(conversationId) ?? 'drafting-offer',
    due: dues.get(conversationId) ?? null,
  }));
}

function row({ name, company, addresses, product, stage, due }: Listed): string[] {
  return [name, company, addresses[0] ?? '', product, stage, waitsFor(stage), due ? momentInWords(due) : ''];
}

import { Option, SubCommand } from 'nest-commander';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import { checkProduct } from '../product/check-product';
import { indented } from '../text/indented';
import { momentInWords } from '../text/moment';

interface Options {
  readonly product?: string;
}

@SubCommand({ name: 'list', description: 'every draft with its whole text, the oldest first' })
export class DraftListCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { product }: Options): Promise<Answer> {
    const { outbox, products } = await this.installation.open();
    if (product !== undefined) await checkProduct(products, product);
    const drafts = await outbox.drafts(product === undefined ? {} : { productId: product });
    return {
      text: drafts.length > 0 ? drafts.map(inWords).join('\n\n') : 'No draft waits for you.',
      json: drafts.map(withoutMailFields),
    };
  }

  @Option({ flags: '--product <id>', description: 'only the drafts of this product' })
  parseProduct(id: string): string {
    return id;
  }
}

function inWords({
  _id,
  recipient,
  toName,
  letters,
  createdAt,
  subject,
  text,
  attachments,
  invitations,
}: OutboxMessage): string {
  const files = [...attachments, ...invitations].map(({ name }) => `    📎 ${name}`);
  return [
    `${_id}  ${letters.join(' + ')} to ${toName} <${recipient}>, ${momentInWords(createdAt)}`,
    `    ${subject}`,
    '',
    ...indented(text),
    ...files,
  ].join('\n');
}

function withoutMailFields(draft: OutboxMessage): object {
  const { _id: id, productId: product, contactId: contact, letters, to, subject, text, createdAt, attachments } = draft;
  return {
    id,
    product,
    contact,
    letters,
    to,
    subject,
    text,
    createdAt,
    attachments: attachments.map(({ name }) => name),
  };
}

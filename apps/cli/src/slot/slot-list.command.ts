import { Option, SubCommand } from 'nest-commander';
import type { Product } from '@app/product/product';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Installation } from '../installation/installation';
import type { OpenInstallation } from '../installation/open-installation';
import { productsNamed } from '../product/products-named';
import { table } from '../text/table';
import { slotInWords } from './slot-in-words';

interface Options {
  readonly product?: string;
}

@SubCommand({ name: 'list', description: 'the demos that are booked and to come, the next one first, and with whom' })
export class SlotListCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { product }: Options): Promise<Answer> {
    const opened = await this.installation.open();
    const products = await productsNamed(opened.products, product);
    const booked = (await Promise.all(products.map((one) => bookedFor(one, opened)))).flat();
    const headings = ['time', 'product', 'name', 'company', 'address'];
    return {
      text: booked.length > 0 ? table(headings, booked.map(row)) : 'No demo is booked.',
      json: booked.map(({ words: _words, ...rest }) => rest),
    };
  }

  @Option({ flags: '--product <id>', description: 'only the demos of this product' })
  parseProduct(id: string): string {
    return id;
  }
}

interface Booked {
  readonly words: string;
  readonly uid: string;
  readonly product: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly contact: { readonly id: string; readonly name: string; readonly company: string; readonly address: string };
}

async function bookedFor({ id, settings }: Product, { slots, contacts, clock }: OpenInstallation): Promise<Booked[]> {
  // Nobody's demo is over while it still runs.
  const longest = settings.demo.slot.lengthMinutes * 60_000;
  const now = clock.now();
  const booked = await slots.ofProduct(id, new Date(now.getTime() - longest));
  const toCome = booked.filter(({ endsAt }) => endsAt > now);
  return Promise.all(
    toCome.map(async (slot) => {
      const contact = await contacts.find(slot.contactId);
      const { startsAt, endsAt } = slot;
      return {
        words: slotInWords(slot, settings.timeZone),
        uid: slot._id,
        product: id,
        startsAt,
        endsAt,
        contact: {
          id: slot.contactId,
          name: contact?.name ?? '',
          company: contact?.company ?? '',
          address: contact?.addresses[0] ?? '',
        },
      };
    }),
  );
}

function row({ words, product, contact: { name, company, address } }: Booked): string[] {
  return [words, product, name, company, address];
}

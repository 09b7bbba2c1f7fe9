import { Option, SubCommand } from 'nest-commander';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { productsNamed } from '../product/products-named';
import { table } from '../text/table';
import type * as FreeTimes from './free-times';
import { slotInWords } from './slot-in-words';

interface Options {
  readonly product?: string;
}

@SubCommand({ name: 'free', description: 'the times a contact who asks for a demo now is offered' })
export class SlotFreeCommand extends AnsweringCommand<Options> {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer(_: readonly string[], { product }: Options): Promise<Answer> {
    const opened = await this.installation.open();
    const shown = (await productsNamed(opened.products, product)).filter(
      ({ settings }) => settings.demo.way === 'slot',
    );
    if (product !== undefined && shown.length === 0) {
      throw new Mistake(
        `The demo of "${product}" is given by access, not by appointment; set demo.way to slot to change it.`,
      );
    }
    const { freeTimes } = loadFreeTimes();
    const free = await Promise.all(shown.map(async (one) => ({ product: one, slots: await freeTimes(one, opened) })));
    const rows = free.flatMap(({ product: { id, settings }, slots }) =>
      slots.map((slot) => [slotInWords(slot, settings.timeZone), id]),
    );
    return {
      text: rows.length > 0 ? table(['time', 'product'], rows) : 'No time is free.',
      json: free.flatMap(({ product: { id }, slots }) => slots.map((slot) => ({ product: id, ...slot }))),
    };
  }

  @Option({ flags: '--product <id>', description: 'only the times of this product' })
  parseProduct(id: string): string {
    return id;
  }
}

/** Only this command needs the calendars of all countries. */
function loadFreeTimes(): typeof FreeTimes {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./free-times') as typeof FreeTimes;
}

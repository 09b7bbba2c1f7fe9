import { SubCommand } from 'nest-commander';
import type * as Reading from '@app/product/read-product-files';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { readFolder } from './read-folder';

@SubCommand({
  name: 'load',
  arguments: '<folder>',
  description:
    'check the folder of a product and store it; every problem is listed, and nothing stored before there is none',
})
export class ProductLoadCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([folder = '']: readonly string[]): Promise<Answer> {
    const read = loadReading().readProduct(await readFolder(folder));
    if (read.type === 'problems') throw new Mistake(read.problems.join('\n'));
    const { products, clock } = await this.installation.open();
    const { id, revision, knowledge, files } = read.product;
    const status = await products.save(read.product, read.contents, clock.now());
    return {
      text:
        status === 'loaded'
          ? `Loaded "${id}": ${knowledge.length} sections of knowledge, ${files.length} files.`
          : `"${id}" is loaded already, exactly as it stands in ${folder}.`,
      json: { id, revision, status },
    };
  }
}

/** Only this command needs the templates' and settings' parsers. */
function loadReading(): typeof Reading {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('@app/product/read-product-files') as typeof Reading;
}

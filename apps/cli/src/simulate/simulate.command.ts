import { Command, Option } from 'nest-commander';
import { readTextInput } from '../arguments/read-input';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { readProductFolder } from '../product/read-product-folder';
import type * as Playing from './play-script';

interface Options {
  readonly product: string;
}

@Command({
  name: 'simulate',
  arguments: '<script>',
  description:
    'play a whole conversation from a YAML script on a virtual clock; nothing is sent, no database is needed',
})
export class SimulateCommand extends AnsweringCommand<Options> {
  protected async answer([script = '']: readonly string[], { product: folder }: Options): Promise<Answer> {
    const yaml = await readTextInput(script);
    const { product, codes } = await readProductFolder(folder);
    const { words, json } = loadPlaying().playScript(yaml, product, codes);
    return { text: words, json };
  }

  @Option({
    flags: '--product <folder>',
    description: 'the folder of the product that is offered (required)',
    required: true,
  })
  parseProduct(folder: string): string {
    return folder;
  }
}

/** Only this command needs the statechart and the reader. */
function loadPlaying(): typeof Playing {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` would have to name a built file
  return require('./play-script') as typeof Playing;
}

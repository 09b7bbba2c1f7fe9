import { SubCommand } from 'nest-commander';
import { isTemplate } from '@app/product/access-code';
import type { Product } from '@app/product/product';
import type { Answer } from '../command-line/answer';
import { AnsweringCommand } from '../command-line/answering.command';
import { Mistake } from '../command-line/mistake.error';
import { Installation } from '../installation/installation';
import { describeProduct } from './describe-product';

@SubCommand({ name: 'show', arguments: '[id]', description: 'one product, or the list of all' })
export class ProductShowCommand extends AnsweringCommand {
  constructor(private readonly installation: Installation) {
    super();
  }

  protected async answer([id]: readonly string[]): Promise<Answer> {
    const { products, accessCodes } = await this.installation.open();
    if (id === undefined) return list(await products.ids());
    const product = await products.find(id);
    if (!product) throw new Mistake(`There is no product "${id}"; \`sales-agent product show\` lists them all.`);
    const freeCodes = isTemplate(product.settings.demo.codes) ? null : await accessCodes.free(id);
    const codes = freeCodes === null ? '' : `\n  access codes   ${freeCodes} left`;
    return { text: describeProduct(product) + codes, json: { ...withoutTexts(product), freeCodes } };
  }
}

function list(ids: readonly string[]): Answer {
  const text = ids.length > 0 ? ids.join('\n') : 'No product yet; `sales-agent product load FOLDER` loads one.';
  return { text, json: ids.map((id) => ({ id })) };
}

function withoutTexts({ id, revision, settings, knowledge, files }: Product): object {
  return { id, revision, settings, knowledge: knowledge.map(({ text: _text, ...rest }) => rest), files };
}

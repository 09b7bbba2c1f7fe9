import { SubCommand } from 'nest-commander';
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
    const { products } = await this.installation.open();
    if (id === undefined) return list(await products.ids());
    const product = await products.find(id);
    if (!product) throw new Mistake(`There is no product "${id}"; \`sales-agent product show\` lists them all.`);
    return { text: describeProduct(product), json: withoutTexts(product) };
  }
}

function list(ids: readonly string[]): Answer {
  const text = ids.length > 0 ? ids.join('\n') : 'No product yet; `sales-agent product load FOLDER` loads one.';
  return { text, json: ids.map((id) => ({ id })) };
}

function withoutTexts({ id, revision, settings, knowledge, files }: Product): object {
  return { id, revision, settings, knowledge: knowledge.map(({ text: _text, ...rest }) => rest), files };
}

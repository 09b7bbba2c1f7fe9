import { Injectable } from '@nestjs/common';
import type { Language } from '@app/domain/language';
import { ProductStore } from '@app/persistence/products/product.store';

type Names = Readonly<Record<Language, string>>;

/** How long a name is not read again. */
const KNOWN_MS = 60_000;

/** Who signs the letters of a product; a product loaded anew is noticed within a minute. */
@Injectable()
export class SenderNames {
  private readonly known = new Map<string, { readonly names: Promise<Names | undefined>; readonly readAt: number }>();

  constructor(private readonly products: ProductStore) {}

  /** The name in the language of a letter's text; '' for a product that is not there. */
  async of(productId: string, text: string): Promise<string> {
    const language: Language = /[а-яё]/i.test(text) ? 'ru' : 'en';
    const names = await this.names(productId);
    return names?.[language] ?? '';
  }

  private names(productId: string): Promise<Names | undefined> {
    const known = this.known.get(productId);
    if (known && performance.now() - known.readAt < KNOWN_MS) return known.names;

    const names = this.products.find(productId).then((product) => product?.settings.sender.name);
    names.catch(() => this.known.delete(productId));
    this.known.set(productId, { names, readAt: performance.now() });
    return names;
  }
}

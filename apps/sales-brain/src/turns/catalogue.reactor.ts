import { Injectable } from '@nestjs/common';
import { COLLECTIONS, type CollectionName } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { Catalogue } from './catalogue';

const REMEMBERED: readonly CollectionName[] = [
  COLLECTIONS.products,
  COLLECTIONS.mailAccounts,
  COLLECTIONS.telegramBots,
];

/** Forgets what the catalogue remembers of a product, an account or a bot when it changes. */
@Injectable()
export class CatalogueReactor implements Reactor {
  readonly name = 'catalogue';
  readonly batch = 1;
  readonly concurrency = 1;

  constructor(private readonly catalogue: Catalogue) {}

  keyOf({ collection, id }: Change): string | undefined {
    const concerns = REMEMBERED.includes(collection);
    // At once, not when its turn comes: each instance has a memory of its own, whosever share the key is.
    if (concerns) this.catalogue.forget(id);
    return undefined;
  }

  /** Asked when the feed begins: what changed before is not known, so all is forgotten, and nothing waits. */
  async *waiting(): AsyncIterable<string> {
    await Promise.resolve();
    this.catalogue.forget();
    yield* [];
  }

  react(): Promise<Reaction> {
    return Promise.resolve(NOTHING_LEFT);
  }
}

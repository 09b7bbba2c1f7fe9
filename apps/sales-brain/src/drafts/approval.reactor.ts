import { Injectable } from '@nestjs/common';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { ProductStore } from '@app/persistence/products/product.store';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';

/** When a product changes between `autopilot` and `approve`, its letters that have not begun to leave follow. */
@Injectable()
export class ApprovalReactor implements Reactor {
  readonly name = 'approval';
  readonly batch = 1;
  readonly concurrency = 1;

  constructor(
    private readonly products: ProductStore,
    private readonly outbox: OutboxStore,
  ) {}

  keyOf({ collection, operation, id }: Change): string | undefined {
    return collection === COLLECTIONS.products && operation !== 'delete' ? id : undefined;
  }

  waiting(): AsyncIterable<string> {
    return this.products.notFollowed();
  }

  async react([id]: readonly string[]): Promise<Reaction> {
    const product = id === undefined ? null : await this.products.find(id);
    if (product) await this.outbox.followApproval(product.id, product.settings.approval);
    return NOTHING_LEFT;
  }
}

import { setImmediate as afterWhatWaits } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Colleague, MessageUnderstood } from '@app/domain/event';
import type { Reading } from '@app/domain/reading';
import type { Rules } from '@app/domain/rules';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Product } from '@app/product/product';
import { readOffline } from '@app/understanding/read-offline';
import { Catalogue } from './catalogue';
import type { Surroundings } from './surroundings';
import { understandWords, type Understood } from './understand-words';

const MOST_FORESEEN = 100;

/** Reads a message with the offline engine, and finds what the decision needs for each intent. */
@Injectable()
export class MessageReader implements OnModuleInit {
  private readonly foreseen = new Map<string, { readonly product: Product; readonly understood: Understood }>();

  constructor(
    private readonly contacts: ContactStore,
    private readonly catalogue: Catalogue,
  ) {}

  /** The engine compiles a rule when it is first used: that is done before the first contact waits for it. */
  onModuleInit(): void {
    const context = { now: new Date(0), timeZone: 'UTC', ownAddresses: [] };
    readOffline('Здравствуйте! Как это работает? Напишите через неделю.', context);
    readOffline('Hello! How does it work? Write in a week.', context);
  }

  /**
   * Reads as soon as what waits now is done: while the database is busy with the lease and the load of the message's turn,
   * which finds that done. Only saves time: it may be skipped.
   */
  foresee(message: InboundMessage, contact: Contact): void {
    this.readAhead(message, contact).catch(() => undefined);
  }

  async read(
    effect: { readonly key: string; readonly messageId: string; readonly senderKnown: boolean },
    text: string,
    { at, rules }: { readonly at: Date; readonly rules: Rules },
    surroundings: Surroundings,
  ): Promise<MessageUnderstood> {
    const foreseen = this.foreseen.get(effect.messageId);
    this.foreseen.delete(effect.messageId);
    const isStillRight = foreseen?.product === surroundings.product;
    const { reading, passages } =
      foreseen && isStillRight ? foreseen.understood : understandWords(text, { ...surroundings, at });
    return {
      id: effect.key,
      at,
      rules,
      type: 'messageUnderstood',
      messageId: effect.messageId,
      senderKnown: effect.senderKnown,
      reading,
      passages,
      colleagues: await this.colleagues(reading, surroundings.product.id),
    };
  }

  private async readAhead({ _id, text, storedAt }: InboundMessage, contact: Contact): Promise<void> {
    const [product, account] = await Promise.all([
      this.catalogue.product(contact.productId),
      this.catalogue.account(contact.accountId),
    ]);
    if (!product || !account) return;
    await afterWhatWaits();
    const understood = understandWords(text, { at: storedAt, contact, product, accountAddress: account.address });
    this.foreseen.set(_id, { product, understood });
    for (const oldest of this.foreseen.keys()) {
      if (this.foreseen.size <= MOST_FORESEEN) break;
      this.foreseen.delete(oldest);
    }
  }

  private colleagues(reading: Reading, productId: string): Promise<Colleague[]> {
    const addresses = reading.intents.flatMap((intent) => (intent.type === 'redirect' ? intent.addresses : []));
    return Promise.all(
      [...new Set(addresses)].map(async (address) => ({
        address,
        standing: await this.contacts.standingOf(address, productId),
      })),
    );
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Colleague, MessageUnderstood } from '@app/domain/event';
import type { Reading } from '@app/domain/reading';
import type { Rules } from '@app/domain/rules';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { findPassages } from '@app/product/find-passages';
import { readOffline } from '@app/understanding/read-offline';
import type { Surroundings } from './surroundings';

const MOST_PASSAGES = 2;

/** Reads a message with the offline engine, and finds what the decision needs for each intent. */
@Injectable()
export class MessageReader implements OnModuleInit {
  constructor(private readonly contacts: ContactStore) {}

  /** The engine compiles a rule when it is first used: that is done before the first contact waits for it. */
  onModuleInit(): void {
    const context = { now: new Date(0), timeZone: 'UTC', ownAddresses: [] };
    readOffline('Здравствуйте! Как это работает? Напишите через неделю.', context);
    readOffline('Hello! How does it work? Write in a week.', context);
  }

  async read(
    effect: { readonly key: string; readonly messageId: string; readonly senderKnown: boolean },
    text: string,
    { at, rules }: { readonly at: Date; readonly rules: Rules },
    { product, contact, accountAddress }: Surroundings,
  ): Promise<MessageUnderstood> {
    const reading = readOffline(text, {
      now: at,
      timeZone: rules.timeZone,
      ownAddresses: [accountAddress, ...contact.addresses],
    });
    const asks = reading.intents.some(({ type }) => type === 'question');
    const passages = asks ? findPassages(product, text, contact.language, MOST_PASSAGES) : [];
    return {
      id: effect.key,
      at,
      rules,
      type: 'messageUnderstood',
      messageId: effect.messageId,
      senderKnown: effect.senderKnown,
      reading,
      passages: passages.map(({ id }) => id),
      colleagues: await this.colleagues(reading, product.id),
    };
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

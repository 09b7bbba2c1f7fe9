import { setImmediate as afterWhatWaits } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MessageUnderstood, ReadingFailed } from '@app/domain/event';
import { EMPTY_MEMORY, type Memory } from '@app/domain/memory';
import type { Reading } from '@app/domain/reading';
import type { Rules } from '@app/domain/rules';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Product } from '@app/product/product';
import { publicHolidays } from '@app/product/public-holidays';
import { readOffline } from '@app/understanding/read-offline';
import { Catalogue } from './catalogue';
import { InputFinder } from './input-finder';
import type { Surroundings } from './surroundings';
import { understandWords, type Understood, type WordsContext } from './understand-words';

const MOST_FORESEEN = 100;

/** Reads a message with the offline engine, and finds what the decision needs for each intent. */
@Injectable()
export class MessageReader implements OnModuleInit {
  private readonly foreseen = new Map<
    string,
    { readonly product: Product; readonly text: string; readonly understood: Understood }
  >();

  constructor(
    private readonly inputs: InputFinder,
    private readonly catalogue: Catalogue,
  ) {}

  /** Rules are compiled, and calendars loaded, when first used: that is done before the first contact waits for it. */
  onModuleInit(): void {
    const context = { now: new Date(0), timeZone: 'UTC', ownAddresses: [] };
    readOffline('Здравствуйте! Как это работает? Напишите через неделю.', context);
    readOffline('Hello! How does it work? Write in a week.', context);
    publicHolidays('RU', 1970);
  }

  /**
   * Reads as soon as what waits now is done: while the database is busy with the lease and the load of the message's turn,
   * which finds that done. Only saves time: it may be skipped.
   */
  foresee(message: InboundMessage, contact: Contact): void {
    this.readAhead(message, contact).catch(() => undefined);
  }

  /** What a message says, or a button that was pressed, with what the decision needs for it; or that nothing could be made of it. */
  async read(
    { key: id, messageId, senderKnown }: ReadingWanted,
    words: string | Reading,
    { at, rules }: { readonly at: Date; readonly rules: Rules },
    surroundings: Surroundings & { readonly memory: Memory },
  ): Promise<MessageUnderstood | ReadingFailed> {
    const understood = this.understood(messageId, words, { ...surroundings, at });
    const happened = { id, at, rules, messageId };
    if (understood instanceof Error) return { ...happened, type: 'readingFailed', because: understood.message };
    const { reading, passages } = understood;
    return {
      ...happened,
      type: 'messageUnderstood',
      senderKnown,
      reading,
      passages,
      ...(await this.inputs.find(reading, surroundings.memory, surroundings)),
      contactLanguage: surroundings.contact.language,
    };
  }

  /** Whether words say stop: known before their turn comes. */
  saysStop(words: string, surroundings: Surroundings & { readonly memory: Memory }): boolean {
    const understood = tryToUnderstand(words, { ...surroundings, at: surroundings.now });
    return understood instanceof Error || understood.reading.intents.some(({ type }) => type === 'stop');
  }

  private understood(messageId: string, words: string | Reading, context: WordsContext): Understood | Error {
    const foreseen = this.foreseen.get(messageId);
    this.foreseen.delete(messageId);
    if (typeof words !== 'string') return { reading: words, passages: [] };
    const isStillRight =
      foreseen?.product === context.product && foreseen.text === words && isOutOfDemo(context.memory);
    return isStillRight ? foreseen.understood : tryToUnderstand(words, context);
  }

  private async readAhead({ _id, text, storedAt }: InboundMessage, contact: Contact): Promise<void> {
    // Whether its subject is to be read then, only the thread tells.
    if (text.trim() === '') return;
    const [product, account] = await Promise.all([
      this.catalogue.product(contact.productId),
      this.catalogue.account(contact.accountId),
    ]);
    if (!product || !account) return;
    await afterWhatWaits();
    const accountAddress = account.address;
    const understood = tryToUnderstand(text, { at: storedAt, contact, product, accountAddress, memory: EMPTY_MEMORY });
    if (understood instanceof Error) return;
    this.foreseen.set(_id, { product, text, understood });
    for (const oldest of this.foreseen.keys()) {
      if (this.foreseen.size <= MOST_FORESEEN) break;
      this.foreseen.delete(oldest);
    }
  }
}

interface ReadingWanted {
  readonly key: string;
  readonly messageId: string;
  readonly senderKnown: boolean;
}

/** Read ahead, a message is read as if no slot were offered or booked. */
function isOutOfDemo({ offered, slot }: WordsContext['memory']): boolean {
  return offered.length === 0 && slot === null;
}

/** Words the reader cannot take are a person's to read; they must not hold the conversation up. */
function tryToUnderstand(text: string, context: WordsContext): Understood | Error {
  try {
    return understandWords(text, context);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

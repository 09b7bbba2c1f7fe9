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

const MOST_FORESEEN = 1_000;

/** Reads a message with the offline engine, and finds what the decision needs for each intent. */
@Injectable()
export class MessageReader implements OnModuleInit {
  private readonly foreseen = new Map<string, Foreseen>();

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

  /** Whether a message says stop: known before its turn comes, which finds it read then. */
  saysStop({ _id, text, storedAt }: InboundMessage, surroundings: Surroundings): boolean {
    const context = { ...surroundings, memory: surroundings.conversation.memory, at: storedAt };
    const understood = this.recall(_id, text, context) ?? tryToUnderstand(text, context);
    const isWorthKeeping = !(understood instanceof Error) && isOutOfDemo(context.memory);
    if (isWorthKeeping) this.keep(_id, { product: surroundings.product, text, understood });
    return saysStop(understood);
  }

  /** The same of words that are no whole message, or several. */
  wordsSayStop(words: string, surroundings: Surroundings): boolean {
    const memory = surroundings.conversation.memory;
    return saysStop(tryToUnderstand(words, { ...surroundings, memory, at: surroundings.now }));
  }

  private understood(messageId: string, words: string | Reading, context: WordsContext): Understood | Error {
    const recalled = typeof words === 'string' ? this.recall(messageId, words, context) : null;
    this.foreseen.delete(messageId);
    if (typeof words !== 'string') return { reading: words, passages: [] };
    return recalled ?? tryToUnderstand(words, context);
  }

  /** What was read ahead, if it is still right. */
  private recall(messageId: string, words: string, { product, memory }: WordsContext): Understood | null {
    const foreseen = this.foreseen.get(messageId);
    const isStillRight = foreseen?.product === product && foreseen.text === words && isOutOfDemo(memory);
    return isStillRight ? foreseen.understood : null;
  }

  private keep(messageId: string, foreseen: Foreseen): void {
    this.foreseen.set(messageId, foreseen);
    for (const oldest of this.foreseen.keys()) {
      if (this.foreseen.size <= MOST_FORESEEN) break;
      this.foreseen.delete(oldest);
    }
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
    if (!(understood instanceof Error)) this.keep(_id, { product, text, understood });
  }
}

interface Foreseen {
  readonly product: Product;
  readonly text: string;
  readonly understood: Understood;
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

/** Words that cannot be read may be a stop: nothing waits for more of them. */
function saysStop(understood: Understood | Error): boolean {
  return understood instanceof Error || understood.reading.intents.some(({ type }) => type === 'stop');
}

/** Words the reader cannot take are a person's to read; they must not hold the conversation up. */
function tryToUnderstand(text: string, context: WordsContext): Understood | Error {
  try {
    return understandWords(text, context);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

import { setImmediate as afterWhatWaits } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Conversation } from '@app/domain/conversation';
import type { BelieveOffline, Effect } from '@app/domain/effect';
import type { Colleague, ConversationEvent, MessageUnderstood, ReadingFailed, ReadingUnsure } from '@app/domain/event';
import { EMPTY_MEMORY } from '@app/domain/memory';
import { readsByModel, type OfflineDoubts } from '@app/domain/reads-by-model';
import type { Rules } from '@app/domain/rules';
import { isStop } from '@app/domain/want';
import { PRIORITIES } from '@app/llm-jobs/job';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import type { InboundMessage } from '@app/persistence/messages/message.schema';
import type { Product } from '@app/product/product';
import { publicHolidays } from '@app/product/public-holidays';
import { readOffline } from '@app/understanding/read-offline';
import { ModelQueue } from '../model/model-queue';
import { Catalogue } from './catalogue';
import { InputFinder, type Inputs } from './input-finder';
import type { Said, Together } from './read-together';
import type { Surroundings } from './surroundings';
import { understandWords, type Understood, type WordsContext } from './understand-words';

const MOST_FORESEEN = 1_000;

const NO_DOUBTS: OfflineDoubts = { isSure: true, hintsAtStop: false };

/** Reads a message with the offline engine, and finds what the decision needs for each intent. */
@Injectable()
export class MessageReader implements OnModuleInit {
  private readonly foreseen = new Map<string, Foreseen>();

  constructor(
    private readonly inputs: InputFinder,
    private readonly catalogue: Catalogue,
    private readonly queue: ModelQueue,
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

  /**
   * What a message says, or a button that was pressed, with what the decision needs for it; or that nothing could be made
   * of it, or nothing that is sure enough where a model is named.
   */
  async read(
    { key: id, messageId, senderKnown }: ReadingWanted,
    { words, alsoRead }: Pick<Said, 'words'> & Together,
    { at, rules }: { readonly at: Date; readonly rules: Rules },
    surroundings: Around,
  ): Promise<MessageUnderstood | ReadingUnsure | ReadingFailed> {
    const { memory } = surroundings.state;
    const understood = this.understood(messageId, words, { ...surroundings, memory, at });
    const happened = { id, at, rules, messageId };
    if (understood instanceof Error) return { ...happened, type: 'readingFailed', because: understood.message };
    const { reading, doubts, passages } = understood;
    const others = alsoRead.length > 0 ? { alsoRead } : {};
    const read = { ...happened, ...others, senderKnown, reading, passages };
    if (rules.model && readsByModel(surroundings.state, read, doubts)) {
      const { hintsAtStop } = doubts;
      const now = { at: surroundings.now, rules: await this.unlessFull(rules, surroundings) };
      return { ...read, ...now, type: 'readingUnsure', wroteAt: at, hintsAtStop };
    }
    const isAnswerable = passages.length > 0 || memory.wants.some((want) => want.passages.length > 0);
    const mayBeDrafted = rules.model?.writes.answers === true && isAnswerable;
    const now = mayBeDrafted ? { rules: await this.unlessFull(rules, surroundings) } : {};
    return this.withInputs({ ...read, ...now }, surroundings);
  }

  /** What is made of a message when no model says more; nor is one waited for again, to draft its answer. */
  believe(
    { key: id, type: _, ...read }: BelieveOffline & Pick<Effect, 'key'>,
    { at, rules }: ConversationEvent,
    surroundings: Around,
  ): Promise<MessageUnderstood> {
    return this.withInputs({ ...read, id, at, rules: { ...rules, model: null } }, surroundings);
  }

  /** What we may do with addresses that somebody named. */
  standingsOf(addresses: readonly string[], productId: string): Promise<readonly Colleague[]> {
    return this.inputs.colleagues(addresses, productId);
  }

  private async withInputs(
    read: Omit<MessageUnderstood, 'type' | 'contactLanguage' | keyof Inputs>,
    surroundings: Around,
  ): Promise<MessageUnderstood> {
    const found = await this.inputs.find(read.reading, surroundings.state.memory, surroundings);
    return { ...read, type: 'messageUnderstood', ...found, contactLanguage: surroundings.contact.language };
  }

  private unlessFull(rules: Rules, { product }: Around): Promise<Rules> {
    return this.queue.unlessFull(rules, product, PRIORITIES.interactive);
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

  private understood(messageId: string, words: Said['words'], context: WordsContext): Understood | Error {
    const recalled = typeof words === 'string' ? this.recall(messageId, words, context) : null;
    this.foreseen.delete(messageId);
    if (typeof words !== 'string') return { reading: words, doubts: NO_DOUBTS, passages: [] };
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

/** What stands around the reading, and the conversation as the turns so far leave it. */
type Around = Surroundings & { readonly state: Conversation };

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
  return understood instanceof Error || understood.reading.intents.some(isStop);
}

/** Words the reader cannot take are a person's to read; they must not hold the conversation up. */
function tryToUnderstand(text: string, context: WordsContext): Understood | Error {
  try {
    return understandWords(text, context);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

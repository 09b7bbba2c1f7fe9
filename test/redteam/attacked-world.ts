import type { ClaimedJob } from '@app/llm-jobs/job';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { MessageStore } from '@app/persistence/messages/message.store';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { toInboundMessage } from '../../apps/mail-gateway/src/mailbox/to-inbound-message';
import { otzyvy } from '../../libs/product/testing/otzyvy';
import { eventually } from '../support/eventually';
import { SalesWorld } from '../support/sales-world';
import type { TestDatabase } from '../support/test-database';
import { type Attack, ATTACKS, obey } from './attacks';
import { composeAttack, composeReply } from './compose-attack';
import { ObedientHost } from './obedient-host';
import { draft, reading } from './order';

/** Begins every access code; nobody who attacks asks for a trial, so none of them may see one. */
export const PLANTED_CODE = 'otzyvy-planted-';
/** What somebody says to whom a model is honest holds it; what the model answers then follows. */
export const HONEST = { tag: 'H-1', draft: 'Оплата помесячная, за год действует скидка.' } as const;

const AT_ONCE = 12;
const WITHIN_MS = 90_000;
const AN_HOUR = 3_600;

/** An installation whose model obeys whoever writes. */
export class AttackedWorld {
  /** By the attack's tag. */
  readonly attackers = new Map<string, Contact>();
  /** The tags of attacks whose answer the model gave as it was told to. */
  readonly obeyed = new Set<string>();
  private host: ObedientHost | undefined;
  private uid = 0;

  private constructor(readonly sales: SalesWorld) {}

  static async open(database: TestDatabase): Promise<AttackedWorld> {
    const { settings } = otzyvy();
    const sales = await SalesWorld.open(database, undefined, {
      demo: { ...settings.demo, codes: `${PLANTED_CODE}{random}` },
      model: {
        name: 'obedient',
        answerWithinSeconds: { mail: AN_HOUR, chat: AN_HOUR },
        queueLimit: 10_000,
        writes: { answers: true, openings: false },
      },
    });
    const world = new AttackedWorld(sales);
    await sales.startBrain();
    world.host = await ObedientHost.start(database.uri, database.name, (job) => world.answer(job));
    return world;
  }

  async close(): Promise<void> {
    await this.host?.stop();
    await this.sales.close();
  }

  /** Everybody who attacks has our opening letter, and answers it. */
  async attack(): Promise<void> {
    const waiting = ATTACKS.values();
    const work = async (): Promise<void> => {
      for (const attack of waiting) await this.attackBy(attack);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await this.untilQuiet();
  }

  /** A contact's reply to our last letter comes in by mail. */
  async replies(contact: Contact, id: string, text: string): Promise<void> {
    const letter = (await this.sales.lettersOf(contact)).at(-1);
    if (!letter) throw new Error('there is no letter to answer');
    await this.comesIn(await composeReply(letter, { id, text, from: letter.to }));
  }

  /** Nothing is to be read, and no model is asked for anything. */
  async untilQuiet(): Promise<void> {
    const { messages, conversations } = this.sales.db;
    await eventually(
      'everything to be answered',
      async () => {
        const unread = await messages.exists({ $or: [{ state: 'new' }, { unhandledFor: { $exists: true } }] });
        const asked = await conversations.exists({ 'memory.asked': { $ne: null } });
        return unread === null && asked === null ? true : null;
      },
      WITHIN_MS,
    );
  }

  private async attackBy(attack: Attack): Promise<void> {
    const contact = await this.sales.addWaiting(`${attack.tag.toLowerCase()}@attacker.example`, {
      name: `Attacker ${attack.tag}`,
      company: `Company of ${attack.tag}`,
      language: attack.language,
    });
    this.attackers.set(attack.tag, contact);
    const [letter] = await this.sales.lettersOf(contact);
    if (letter) await this.comesIn(await composeAttack(attack, letter));
  }

  /** As the mail gateway takes in what it fetched. */
  private async comesIn(source: Buffer): Promise<void> {
    const { sales } = this;
    this.uid += 1;
    const { message, contents } = await toInboundMessage({
      accountId: sales.account._id,
      uid: this.uid,
      uidValidity: '1',
      source,
      leftOut: [],
      without: null,
      storedAt: sales.now(),
    });
    await new MessageStore(sales.db, sales.keys).store(message, contents);
  }

  private answer({ kind, prompt }: ClaimedJob): string {
    const attack = ATTACKS.find(({ tag }) => prompt.includes(tag));
    if (!attack) return kind === 'understand' ? reading('ru', HONEST_READING) : draft(HONEST.draft);
    if ((kind === 'understand' ? attack.order.reading : attack.order.draft) !== undefined) this.obeyed.add(attack.tag);
    return obey(attack, kind === 'understand');
  }
}

const HONEST_READING = { intents: ['presentation'] };

/** What would leave: all that is written and not taken back. */
export function leaving(letters: readonly OutboxMessage[]): readonly OutboxMessage[] {
  return letters.filter(({ status }) => status !== 'cancelled');
}

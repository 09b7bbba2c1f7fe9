import { setTimeout as pause } from 'node:timers/promises';
import { CommandStore } from '@app/persistence/commands/command.store';
import { MessageStore } from '@app/persistence/messages/message.store';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { offeredContacts } from '@app/peers/installation/offered-contacts';
import { storedReply } from '@app/peers/installation/stored-reply';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { insist } from '../insist';
import type { Random } from '../random';
import type { Stage } from '../stage/stage';
import { until } from '../until';

/**
 * Contacts who all say stop, by mail or through the operator, just when we want to write to them: half of them wait for a
 * reminder that comes due, the others have asked a question.
 */
export class OptOutRace {
  private readonly messages: MessageStore;
  private readonly commands: CommandStore;
  private readonly contactIds: string[] = [];
  private openings: readonly OutboxMessage[] = [];

  constructor(
    private readonly stage: Stage,
    private readonly random: Random,
  ) {
    const { db, env } = stage.installation;
    this.messages = new MessageStore(db, readKeyFile(env.KEY_FILE));
    this.commands = new CommandStore(db);
  }

  /** Lets these contacts have their opening, and half of them put us off by a week, while nothing goes wrong. */
  async prepare(contactIds: readonly string[]): Promise<void> {
    const { db } = this.stage.installation;
    this.contactIds.push(...contactIds);
    this.openings = await offeredContacts(db, contactIds);
    const postponing = this.openings.filter((_, index) => index % 2 === 0);
    await Promise.all(postponing.map((opening) => this.write(opening, 'later', LATER)));
    const agreed = { contactId: { $in: postponing.map(({ contactId }) => contactId) }, stage: 'postponed' } as const;
    await until('all postponements to be agreed on', LIMIT_MS, async () => {
      return (await db.conversations.countDocuments(agreed)) === postponing.length;
    });
  }

  /**
   * Lets the reminders come due and, within these milliseconds, the questions come in, and everybody say stop just when
   * the reminder or the answer is about to leave.
   */
  async run(withinMs: number): Promise<void> {
    await this.stage.time.jump(A_WEEK_AND_A_DAY);
    await Promise.all(
      this.openings.map(async (opening, index) => {
        if (index % 2 === 1) {
          await pause(this.random.between(0, withinMs));
          await insist(() => this.write(opening, 'question', QUESTION));
        }
        await pause(this.random.between(0, index % 2 === 1 ? ANSWERED_WITHIN_MS : REMINDED_WITHIN_MS));
        await insist(() =>
          index % 4 < 2 ? this.write(opening, 'stop', STOP) : this.stopByOperator(opening.contactId),
        );
      }),
    );
  }

  /** The contacts whose stop came to nothing. */
  async unstopped(): Promise<string[]> {
    const { db } = this.stage.installation;
    const going = { contactId: { $in: this.contactIds }, stage: { $ne: 'stopped' } } as const;
    const conversations = await db.conversations.find(going, { contactId: 1, stage: 1 }).lean();
    return conversations.map(({ contactId, stage }) => `${contactId} is ${stage}`);
  }

  private async write(opening: OutboxMessage, name: string, text: string): Promise<void> {
    await this.messages.store(storedReply(opening, { name, text, storedAt: this.stage.time.now() }));
  }

  private async stopByOperator(contactId: string): Promise<void> {
    await this.commands.queueOnce(`stop-${contactId}`, { type: 'stopContact', contactId });
  }
}

const LATER = 'Добрый день! Вернитесь, пожалуйста, к этому через неделю.';
const QUESTION = 'Добрый день! Сколько стоит подключение и есть ли скидка при оплате за год?';
const STOP = 'Больше не пишите мне, пожалуйста.';

const A_WEEK_AND_A_DAY = 8;
/** About as long as it takes, on a machine that has much to do. */
const ANSWERED_WITHIN_MS = 1_000;
const REMINDED_WITHIN_MS = 4_000;
const LIMIT_MS = 120_000;

import { setTimeout as pause } from 'node:timers/promises';
import { CommandStore } from '@app/persistence/commands/command.store';
import type { MessageStore } from '@app/persistence/messages/message.store';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Installation } from '@app/peers/installation/installation';
import { offeredContacts } from '@app/peers/installation/offered-contacts';
import { storedReply } from '@app/peers/installation/stored-reply';
import type { Crew } from '../crew';
import type { Random } from '../random';
import { until } from '../until';

/** What one round is played with. */
export interface Round {
  readonly installation: Installation;
  readonly messages: MessageStore;
  readonly crew: Crew;
  readonly random: Random;
  readonly contactIds: readonly string[];
}

/**
 * Half of the contacts wait for a reminder, and it comes due; the others ask a question; each says stop, by mail or
 * through the operator, at a random moment of these seconds, while one process after another is killed.
 */
export async function playRound(round: Round): Promise<void> {
  const { installation, crew, random, contactIds } = round;
  const { db, now, moveOnTo } = installation;
  const openings = await offeredContacts(db, contactIds);
  const postponing = openings.filter((_, index) => index % 2 === 0);
  const asking = openings.filter((_, index) => index % 2 === 1);

  await Promise.all(postponing.map((opening) => write(round, opening, 'later', LATER)));
  const postponed = postponing.map(({ contactId }) => contactId);
  await until('all postponements to be agreed on', LIMIT_MS, async () => {
    const agreed = { contactId: { $in: postponed }, stage: 'postponed' } as const;
    return (await db.conversations.countDocuments(agreed)) === postponed.length;
  });

  const enough = new AbortController();
  const harassing = crew.harass(random, { least: 400, most: 1_500 }, enough.signal);
  await moveOnTo(new Date(now().getTime() + A_WEEK_AND_A_DAY_MS));
  await Promise.all([
    ...asking.map((opening) => after(random.between(0, WINDOW_MS), () => write(round, opening, 'question', QUESTION))),
    ...openings.map((opening, index) =>
      after(random.between(0, WINDOW_MS), () =>
        index % 4 < 2 ? write(round, opening, 'stop', STOP) : stopByOperator(round, opening),
      ),
    ),
  ]);
  enough.abort();
  await harassing;
  await until('every conversation to be stopped', LIMIT_MS, async () => {
    const going = { contactId: { $in: [...contactIds] }, stage: { $ne: 'stopped' } } as const;
    return (await db.conversations.countDocuments(going)) === 0;
  });
}

async function write({ installation, messages }: Round, opening: OutboxMessage, name: string, text: string) {
  await messages.store(storedReply(opening, { name, text, storedAt: installation.now() }));
}

async function stopByOperator({ installation }: Round, { contactId }: OutboxMessage): Promise<void> {
  await new CommandStore(installation.db).queue({ type: 'stopContact', contactId });
}

async function after(ms: number, act: () => Promise<void>): Promise<void> {
  await pause(ms);
  await act();
}

const LATER = 'Добрый день! Вернитесь, пожалуйста, к этому через неделю.';
const QUESTION = 'Добрый день! Сколько стоит подключение и есть ли скидка при оплате за год?';
const STOP = 'Больше не пишите мне, пожалуйста.';

const WINDOW_MS = 6_000;
const A_WEEK_AND_A_DAY_MS = 8 * 86_400_000;
const LIMIT_MS = 120_000;

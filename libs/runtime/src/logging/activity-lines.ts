import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { messageStored, type StoredMessage } from '@app/persistence/messages/message-stored';
import { lettersSettled } from '@app/persistence/outbox/letters-settled';
import type { Settlement } from '@app/persistence/outbox/settle';
import type { TurnCommit } from '@app/persistence/turns/turn-commit';
import { turnsCommitted } from '@app/persistence/turns/turns-committed';
import { CommonSettings } from '../config/common-settings';
import { turnLine } from './turn-line';

/** Logs one line for each message that came in, each turn and each hand-over: enough to follow a conversation by. */
@Injectable()
export class ActivityLines implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('activity');
  private stops: readonly (() => void)[] = [];

  constructor(private readonly settings: CommonSettings) {}

  onModuleInit(): void {
    const heard = this.settings.logLevel === 'log' || this.settings.logLevel === 'debug';
    if (!heard) return;
    this.stops = [
      messageStored.hear((stored) => this.cameIn(stored)),
      turnsCommitted.hear((commit) => this.tookTurns(commit)),
      lettersSettled.hear((settlements) => {
        for (const settlement of settlements) this.settled(settlement);
      }),
    ];
  }

  onApplicationShutdown(): void {
    for (const stop of this.stops) stop();
  }

  private cameIn({ message, result }: StoredMessage): void {
    const { _id, accountId: account, channel, kind } = message;
    const said = result === 'stored' ? `A message came in (${channel}, ${kind}).` : `A message is ${result}.`;
    this.logger.log({ account, messages: [_id] }, said);
  }

  private tookTurns(commit: TurnCommit): void {
    const { conversation, contact, handled, turns, writes } = commit;
    const ids = {
      conversation: conversation._id,
      contact: contact._id,
      messages: [...handled.messages, ...handled.unfiled.map(({ id }) => id)],
      letters: [...handled.deliveries, ...writes.letters.map(({ _id }) => _id)],
      turns: turns.map(({ _id }) => _id),
    };
    this.logger.log(ids, turnLine(commit, this.settings.logTexts ? contact.name : ''));
  }

  private settled({ letter, attempt }: Settlement): void {
    const { _id, conversationId: conversation, accountId: account, letters } = letter;
    const code = attempt.code === null ? '' : ` (${String(attempt.code)})`;
    this.logger.log({ conversation, account, letters: [_id] }, `${letters.join(' + ')}: ${attempt.outcome}${code}.`);
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { errorWords } from '@app/runtime/error-words';
import { ApiFailure } from '../api/api-failure';
import { TelegramApi } from '../api/telegram-api';
import { againAfter } from './again-after';
import { Introduction } from './introduction';
import { PollingHold } from './polling-hold';
import { ALLOWED_UPDATES, isUpdate, type Update } from './update';
import { UpdateIntake } from './update-intake';

/** Asks Telegram for updates for as long as this instance holds the polling, whatever happens to Telegram. */
@Injectable()
export class Poller {
  private readonly logger = new Logger(Poller.name);

  constructor(
    private readonly api: TelegramApi,
    private readonly intake: UpdateIntake,
    private readonly introduction: Introduction,
    private readonly hold: PollingHold,
  ) {}

  /** Returns when the signal aborts or another instance holds the polling; the hold itself is left as it is. */
  async poll(signal: AbortSignal): Promise<void> {
    let failures = 0;
    const onPolling = (): void => {
      if (failures > 0) this.logger.log('Telegram is polled again.');
      failures = 0;
    };
    while (!signal.aborted) {
      try {
        if (!(await this.hold.take())) return;
        await this.session(signal, onPolling);
      } catch (error) {
        failures += 1;
        await this.pauseAfter(error, failures, signal);
      }
    }
  }

  private async pauseAfter(error: unknown, failures: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (failures === 1) this.logger.warn(whatWentWrong(error));
    await pause(againAfter(failures, Math.random()), undefined, { signal }).catch(() => undefined);
  }

  /** Throws what ends it. */
  private async session(signal: AbortSignal, onPolling: () => void): Promise<void> {
    await this.introduction.make(signal);
    // While a webhook is set, of whatever installation, nothing can be polled.
    await this.api.call('deleteWebhook', {}, { signal });
    let offset = 0;
    while (!signal.aborted) {
      // What was stored is confirmed at once; only then is it worth waiting.
      const asked = { offset, timeout: offset === 0 ? LONG_POLL_S : 0, allowed_updates: ALLOWED_UPDATES };
      const answer = await this.api.call('getUpdates', asked, { signal, withinMs: (LONG_POLL_S + 15) * 1000 });
      onPolling();
      const updates = updatesIn(answer);
      await this.intake.take(updates, signal);
      offset = nextOffset(updates);
    }
  }
}

/** What cannot even be named is left out, beside others. Throws where nothing can: asking again at once would not help. */
function updatesIn(answer: unknown): readonly Update[] {
  const given: readonly unknown[] | null = Array.isArray(answer) ? answer : null;
  const updates = given?.filter(isUpdate) ?? [];
  if (given === null || (given.length > 0 && updates.length === 0)) throw new Error('its answer is no list of updates');
  return updates;
}

/**
 * What the next question may confirm when these are stored. An answer without any says that all are confirmed, and
 * nothing is remembered beyond it: after a quiet week Telegram's ids begin somewhere else, and an offset above them would
 * forget them unread. For the same reason none is stored: what is given again is stored once.
 */
function nextOffset(updates: readonly Update[]): number {
  const last = updates.at(-1);
  return last === undefined ? 0 : last.update_id + 1;
}

function whatWentWrong(error: unknown): string {
  const status = error instanceof ApiFailure ? error.facts.status : null;
  switch (status) {
    case 409:
      return 'Another program polls with the same bot token, or has set a webhook for it. This gateway waits and tries again.';
    case 401:
    case 404:
      return 'Telegram does not know the bot token. Correct TELEGRAM_BOT_TOKEN; until then this gateway tries again.';
    default:
      return `Telegram cannot be polled now: ${errorWords(error)}. This gateway tries again.`;
  }
}

const LONG_POLL_S = 30;

import { Injectable } from '@nestjs/common';
import { BotStore } from '@app/persistence/telegram/bot.store';
import { Identity } from '@app/runtime/instance/identity';
import { Membership } from '@app/runtime/instance/membership';
import { TelegramApi } from '../api/telegram-api';

/** The hold of this instance on the polling. */
@Injectable()
export class PollingHold {
  constructor(
    private readonly bots: BotStore,
    private readonly membership: Membership,
    private readonly identity: Identity,
    private readonly api: TelegramApi,
  ) {}

  /** False when another instance that is alive has it. */
  async take(): Promise<boolean> {
    return (await this.bots.hold(this.api.botId, this.identity.id, this.membership.alive())) === 'held';
  }

  async release(): Promise<void> {
    await this.bots.release(this.api.botId, this.identity.id);
  }

  /** Whether an instance that is alive has it, so far as this one knows. */
  async isTaken(): Promise<boolean> {
    const holder = (await this.bots.find(this.api.botId))?.heldBy;
    return typeof holder === 'string' && this.membership.alive().includes(holder);
  }
}

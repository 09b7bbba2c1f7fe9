import { Injectable } from '@nestjs/common';
import { comesBack } from '@app/domain/bounce-steps';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import type { Command, CommandBody } from '@app/persistence/commands/command.schema';
import { CommandStore } from '@app/persistence/commands/command.store';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import { SuppressionStore } from '@app/persistence/recipients/suppression.store';

/**
 * Stops and lifts an address. One that is a contact's is stopped as the contact is, in each of its conversations;
 * any other in the ledger alone. Each answers why it was refused, or null.
 */
@Injectable()
export class AddressCommands {
  constructor(
    private readonly commands: CommandStore,
    private readonly contacts: ContactStore,
    private readonly conversations: ConversationStore,
    private readonly suppressions: SuppressionStore,
    private readonly clock: BusinessClock,
  ) {}

  async suppress(command: Command, address: string): Promise<string | null> {
    const contacts = await this.contacts.findByAddress(address);
    const standing = contacts.filter(({ stoppedAt }) => stoppedAt === null);
    if (await this.handOn(command, standing, (contactId) => ({ type: 'stopContact', contactId }))) return null;
    await this.suppressions.suppressAddress(command, { address, because: 'imported', at: this.clock.now() });
    return null;
  }

  async lift(command: Command, address: string, reason: string): Promise<string | null> {
    const contacts = await this.contacts.findByAddress(address);
    const bounced = await this.bouncedAmong(contacts);
    const stopped = contacts.filter(({ stoppedAt, _id }) => stoppedAt !== null || bounced.has(_id));
    if (await this.handOn(command, stopped, (contactId) => ({ type: 'resumeContact', contactId, reason }))) return null;
    if (!(await this.suppressions.canBeLifted(address))) {
      return `${address} is not suppressed, so there is nothing to lift.`;
    }
    await this.suppressions.liftAddress(command, { address, reason, at: this.clock.now() });
    return null;
  }

  private async bouncedAmong(contacts: readonly Contact[]): Promise<ReadonlySet<string>> {
    const conversations = await this.conversations.findAll(contacts.map(({ conversationId }) => conversationId));
    return new Set(conversations.filter(({ memory }) => comesBack(memory)).map(({ contactId }) => contactId));
  }

  /** The command itself goes to one of the conversations, a command of its own to each other one. */
  private async handOn(
    command: Command,
    [first, ...others]: readonly Contact[],
    toBody: (contactId: string) => CommandBody,
  ): Promise<boolean> {
    if (!first) return false;
    for (const { _id } of others) await this.commands.queueOnce(`${command._id}:${_id}`, toBody(_id));
    await this.commands.file(command._id, first.conversationId);
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import { NOTHING_LEFT, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Command } from '@app/persistence/commands/command.schema';
import { CommandStore } from '@app/persistence/commands/command.store';
import type { Change } from '@app/persistence/feed/change';
import { errorWords } from '@app/runtime/error-words';
import { AddressCommands } from './address-commands';
import { ContactCommands } from './contact-commands';
import { ConversationCommands } from './conversation-commands';

/** Carries out what concerns no conversation's stage, and hands every other command to the conversation it concerns. */
@Injectable()
export class CommandReactor implements Reactor {
  readonly name = 'command';
  readonly batch = 1;
  readonly concurrency = 8;

  constructor(
    private readonly commands: CommandStore,
    private readonly contacts: ContactCommands,
    private readonly conversations: ConversationCommands,
    private readonly addresses: AddressCommands,
  ) {}

  keyOf({ collection, operation, id }: Change): string | undefined {
    return collection === COLLECTIONS.commands && operation === 'insert' ? id : undefined;
  }

  waiting(): AsyncIterable<string> {
    return this.commands.notTaken();
  }

  async react([id]: readonly string[]): Promise<Reaction> {
    const command = id === undefined ? null : await this.commands.find(id);
    if (command?.status !== 'pending' || command.unhandledFor !== undefined) return NOTHING_LEFT;
    const refusedBecause = await this.carryOut(command);
    if (refusedBecause !== null) await this.commands.refuse(command._id, refusedBecause);
    return NOTHING_LEFT;
  }

  quarantine(id: string, error: unknown): Promise<void> {
    return this.commands.quarantine(id, errorWords(error));
  }

  /** Why it was refused, in a sentence that says what to do; null when it was not. */
  private carryOut(command: Command): Promise<string | null> {
    const { body } = command;
    switch (body.type) {
      case 'addContact':
        return this.contacts.add(command, body.contact);
      case 'restartContact':
        return this.contacts.restart(command, body.contactId);
      case 'noteContact':
        return this.contacts.note(command, body.contactId, body.text);
      case 'eraseContact':
        return this.contacts.erase(command, body.contactId);
      case 'replyToContact':
        return this.conversations.reply(command, body.contactId);
      case 'stopContact':
      case 'stopWithCompany':
      case 'releaseContact':
      case 'takeContact':
      case 'resumeContact':
        return this.conversations.handOn(command, body.contactId);
      case 'approveDraft':
      case 'rejectDraft':
      case 'cancelLetter':
      case 'retryLetter':
        return this.conversations.handOnLetter(command, body);
      case 'suppressAddress':
        return this.addresses.suppress(command, body.address);
      case 'liftAddress':
        return this.addresses.lift(command, body.address, body.reason);
    }
  }
}

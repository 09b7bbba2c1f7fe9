import { Injectable } from '@nestjs/common';
import { NOTHING_LEFT, type InWork, type Reaction, type Reactor } from '@app/runtime/work/reactor';
import { COLLECTIONS } from '@app/persistence/collections';
import type { Change } from '@app/persistence/feed/change';
import type { Filing } from '@app/persistence/messages/filing';
import type { MessageToFile } from '@app/persistence/messages/message-to-file';
import { MessageStore } from '@app/persistence/messages/message.store';
import { errorWords } from '@app/runtime/error-words';
import { Catalogue } from '../turns/catalogue';
import { MessageReader } from '../turns/message-reader';
import { ChatFiling } from './chat-filing';
import { FilingByTurn } from './filing-by-turn';

/** Files each message under the conversation it belongs to; what matches nothing is kept, and answered by nobody. */
@Injectable()
export class FilingReactor implements Reactor {
  readonly name = 'filing';
  readonly batch = 1;
  readonly concurrency = 200;

  constructor(
    private readonly messages: MessageStore,
    private readonly catalogue: Catalogue,
    private readonly reader: MessageReader,
    private readonly byTurn: FilingByTurn,
    private readonly chats: ChatFiling,
  ) {}

  keyOf({ collection, id, set }: Change): string | undefined {
    return collection === COLLECTIONS.messages && set.state === 'new' ? id : undefined;
  }

  waiting(): AsyncIterable<string> {
    return this.messages.notFiled();
  }

  async react([id]: readonly string[], { wake }: InWork): Promise<Reaction> {
    const found = id === undefined ? null : await this.messages.toFile(id);
    if (!found) return NOTHING_LEFT;
    const { message } = found;
    // Mail of our own or of the operator's, or a copy of it, is nobody's answer; what we wrote past us is no answer.
    const isNobodys = message.kind !== 'operator' && (await this.catalogue.isOurs(message.from));
    const filing = isNobodys ? null : await this.match(found);
    if (!filing) {
      await this.messages.leaveUnmatched(message._id);
      return NOTHING_LEFT;
    }
    const contact = found.contacts.find(({ conversationId }) => conversationId === filing.conversationId);
    if (contact && message.kind === 'human') this.reader.foresee(message, contact);
    // The words of a chat wait for what may follow them: no turn takes them at once.
    const isGathered = message.channel === 'telegram' && message.kind === 'human';
    if (!isGathered && (await this.byTurn.offer({ id: message._id, filing }, wake))) return NOTHING_LEFT;
    const filed = await this.messages.file(message._id, filing);
    return filed ? { again: [], made: [filed] } : NOTHING_LEFT;
  }

  quarantine(id: string, error: unknown): Promise<void> {
    return this.messages.quarantine(id, errorWords(error));
  }

  /** What the owner of a business account wrote by hand is found as any operator's words are. */
  private match(found: MessageToFile): Promise<Filing | null> {
    const isChat = found.message.channel === 'telegram' && found.message.kind !== 'operator';
    return isChat ? this.chats.match(found.message) : this.messages.match(found);
  }
}

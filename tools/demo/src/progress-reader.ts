import type { Database } from '@app/persistence/database';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import { ContactStore } from '@app/persistence/contacts/contact.store';
import { ConversationStore } from '@app/persistence/conversations/conversation.store';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Installation } from './installation/start-installation';
import type { Progress } from './text/progress-in-words';

/** Reads from the turns how each conversation got on since it was looked at last. */
export class ProgressReader {
  private readonly seen = new Set<string>();
  private readonly db: Database;
  private readonly contacts: ContactStore;
  private readonly conversations: ConversationStore;
  private readonly timeZone: string;

  constructor({ db, keys, product }: Installation) {
    this.db = db;
    this.contacts = new ContactStore(db, keys);
    this.conversations = new ConversationStore(db);
    this.timeZone = product.settings.timeZone;
  }

  /** Takes what stands by now for known. */
  async skip(): Promise<void> {
    for (const { _id } of await this.db.turns.find({}, { _id: 1 }).lean()) this.seen.add(_id);
  }

  /** Every conversation in which something happened, the oldest first. */
  async next(): Promise<Progress[]> {
    const turns = await this.db.turns
      .find({ _id: { $nin: [...this.seen] } })
      .sort({ at: 1, revision: 1, place: 1 })
      .lean<Turn[]>();
    for (const { _id } of turns) this.seen.add(_id);
    const ids = [...new Set(turns.map(({ conversationId }) => conversationId))];
    const conversations = await this.db.conversations
      .find({ _id: { $in: ids } })
      .sort({ createdAt: 1 })
      .lean<ConversationDocument[]>();
    return Promise.all(
      conversations.map((conversation) =>
        this.standing(
          conversation,
          turns.filter(({ conversationId }) => conversationId === conversation._id),
        ),
      ),
    );
  }

  /** How a conversation stands, whatever was seen of it. */
  async standing({ _id, contactId, stage, memory }: ConversationDocument, turns: readonly Turn[]): Promise<Progress> {
    const [contact, timers] = await Promise.all([this.contacts.find(contactId), this.conversations.timersOf([_id])]);
    return {
      address: contact?.addresses[0] ?? '',
      turns,
      stage,
      due: timers[0]?.dueAt ?? null,
      handedOverBecause: memory.handedOverBecause,
      timeZone: this.timeZone,
    };
  }
}

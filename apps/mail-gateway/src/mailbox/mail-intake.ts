import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { MessageStore } from '@app/persistence/messages/message.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { FolderCursors, type Position } from './folder-cursors';
import { KeptBack } from './kept-back';
import { fetchMails, mailsAfter, mailsSince, newestUid, uidValidity, type ListedMail } from './open-folder';
import { toInboundMessage } from './to-inbound-message';

/** How far back a mailbox is read again whose UIDs mean something else by now. */
const READ_AGAIN_MS = 30 * 24 * 60 * 60 * 1000;

/** Takes mail in: each is stored, and only then does the cursor pass it. */
@Injectable()
export class MailIntake {
  private readonly keptBack = new KeptBack();

  constructor(
    private readonly folders: FolderCursors,
    private readonly messages: MessageStore,
    private readonly clock: BusinessClock,
  ) {}

  /** Stores what came after `from` and says how far the INBOX is read now; null when it is another instance's by now. */
  async readNew(client: ImapFlow, accountId: string, from: Position): Promise<Position | null> {
    const validity = uidValidity(client);
    if (from.uidValidity === '') {
      // What is there before the first look is nobody's answer to us.
      return this.advance(accountId, { uidValidity: validity, lastUid: await newestUid(client) });
    }
    if (from.uidValidity !== validity) {
      const upTo = await newestUid(client);
      await this.storeAll(client, accountId, await mailsSince(client, new Date(Date.now() - READ_AGAIN_MS)));
      return this.advance(accountId, { uidValidity: validity, lastUid: upTo });
    }

    const mails = await mailsAfter(client, from.lastUid);
    const last = mails.at(-1);
    if (last === undefined) return from;
    await this.storeAll(client, accountId, mails);
    return this.advance(accountId, { uidValidity: validity, lastUid: last.uid });
  }

  private async storeAll(client: ImapFlow, accountId: string, mails: readonly ListedMail[]): Promise<void> {
    const validity = uidValidity(client);
    const giveUp = (uid: number): boolean => this.keptBack.giveUp(accountId, uid);
    for await (const mail of fetchMails(client, mails, giveUp)) {
      const received = { ...mail, accountId, uidValidity: validity, storedAt: this.clock.now() };
      // Stored, stored before, or erased for good: the cursor passes it.
      await this.messages.store(await toInboundMessage(received));
    }
  }

  private advance(accountId: string, to: Position): Promise<Position | null> {
    this.keptBack.forget(accountId);
    return this.folders.advance(accountId, to);
  }
}

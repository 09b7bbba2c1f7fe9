import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { FolderCursors, sentCursorOf, type Position } from './folder-cursors';
import { KeptBack } from './kept-back';
import { fetchMails, mailsAfter, messageIdsOf, newestUid, uidValidity, type ListedMail } from './open-folder';
import { toOperatorMessage } from './to-operator-message';

/** Takes in what the operator wrote by hand, past the outbox: from the folder of sent mail, where our own letters lie too. */
@Injectable()
export class SentIntake {
  private readonly keptBack = new KeptBack();

  constructor(
    private readonly folders: FolderCursors,
    private readonly outbox: OutboxStore,
    private readonly messages: MessageStore,
    private readonly clock: BusinessClock,
  ) {}

  /** Stores what was sent by hand after `from` and says how far the folder is read now; null when another holds it. */
  async readNew(client: ImapFlow, accountId: string, from: Position): Promise<Position | null> {
    const validity = uidValidity(client);
    if (from.uidValidity !== validity) {
      // What lay there before the first look is old. Nor is anything read again when UIDs mean something else by now:
      // of our own letters, those to a contact who was erased could not be told from the operator's.
      return this.advance(accountId, { uidValidity: validity, lastUid: await newestUid(client) });
    }

    const mails = await mailsAfter(client, from.lastUid);
    const last = mails.at(-1);
    if (last === undefined) return from;
    await this.storeAll(client, accountId, await this.notOurs(client, mails));
    return this.advance(accountId, { uidValidity: validity, lastUid: last.uid });
  }

  /** Of what we sent nothing but the Message-ID is read. */
  private async notOurs(client: ImapFlow, mails: readonly ListedMail[]): Promise<ListedMail[]> {
    const idsByUid = await messageIdsOf(client, mails);
    const ours = await this.outbox.oursAmong([...idsByUid.values()].flat());
    return mails.filter(({ uid }) => !idsByUid.get(uid)?.some((id) => ours.has(id)));
  }

  private async storeAll(client: ImapFlow, accountId: string, mails: readonly ListedMail[]): Promise<void> {
    const validity = uidValidity(client);
    const giveUp = (uid: number): boolean => this.keptBack.giveUp(accountId, uid);
    for await (const mail of fetchMails(client, mails, giveUp)) {
      const message = await toOperatorMessage({
        ...mail,
        accountId,
        uidValidity: validity,
        storedAt: this.clock.now(),
      });
      if (message !== null) await this.messages.store(message);
    }
  }

  private advance(accountId: string, to: Position): Promise<Position | null> {
    this.keptBack.forget(accountId);
    return this.folders.advance(sentCursorOf(accountId), to);
  }
}

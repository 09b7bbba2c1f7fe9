import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { MessageStore } from '@app/persistence/messages/message.store';
import { OutboxStore } from '@app/persistence/outbox/outbox.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { fetchMails } from './fetch-mails';
import { FolderCursors, sentCursorOf, type Position } from './folder-cursors';
import { KeptBackByFolder } from './kept-back';
import { mailsAfter, messageIdsOf, newestUid, uidValidity, type ListedMail } from './open-folder';
import { takeInParts } from './take-in-parts';
import { toOperatorMessage } from './to-operator-message';

/** Takes in what the operator wrote by hand, past the outbox: from the folder of sent mail, where our own letters lie too. */
@Injectable()
export class SentIntake {
  private readonly keptBack = new KeptBackByFolder();

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
    if (mails.length === 0) return from;
    return takeInParts(
      mails,
      async (part) => this.store(client, accountId, await this.notOurs(client, part)),
      (lastUid) => this.advance(accountId, { uidValidity: validity, lastUid }),
    );
  }

  /** Of what we sent nothing but the Message-ID is read. */
  private async notOurs(client: ImapFlow, mails: readonly ListedMail[]): Promise<ListedMail[]> {
    const idsByUid = await messageIdsOf(client, mails);
    const ours = await this.outbox.oursAmong([...idsByUid.values()].flat());
    return mails.filter(({ uid }) => !idsByUid.get(uid)?.some((id) => ours.has(id)));
  }

  private async store(client: ImapFlow, accountId: string, part: readonly ListedMail[]): Promise<void> {
    const validity = uidValidity(client);
    for await (const mail of fetchMails(client, part, this.keptBack.of(accountId))) {
      const received = { ...mail, accountId, uidValidity: validity, storedAt: this.clock.now() };
      const written = await toOperatorMessage(received);
      if (written !== null) await this.messages.store(written.message, written.contents);
    }
  }

  private advance(accountId: string, to: Position): Promise<Position | null> {
    this.keptBack.of(accountId).passed(to.lastUid);
    return this.folders.advance(sentCursorOf(accountId), to);
  }
}

import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import { MessageStore } from '@app/persistence/messages/message.store';
import { BusinessClock } from '@app/runtime/clock/business-clock';
import { fetchMails } from './fetch-mails';
import { FolderCursors, type Position } from './folder-cursors';
import { KeptBackByFolder } from './kept-back';
import { mailsAfter, mailsSince, newestUid, nextUidAtOpening, uidValidity, type ListedMail } from './open-folder';
import { takeInParts } from './take-in-parts';
import { toInboundMessage } from './to-inbound-message';

/** How far back a mailbox is read again whose UIDs mean something else by now. */
const READ_AGAIN_MS = 30 * 24 * 60 * 60 * 1000;

/** Takes mail in: each is stored, and only then does the cursor pass it. */
@Injectable()
export class MailIntake {
  private readonly keptBack = new KeptBackByFolder();

  constructor(
    private readonly folders: FolderCursors,
    private readonly messages: MessageStore,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Stores what came after `from` and says how far the INBOX is read now; null when it is another instance's by now.
   * Where `from` no longer tells, what came on the day of `againSince` or later is looked at again.
   */
  async readNew(
    client: ImapFlow,
    accountId: string,
    from: Position,
    againSince = new Date(Date.now() - READ_AGAIN_MS),
  ): Promise<Position | null> {
    const validity = uidValidity(client);
    const pass = (lastUid: number): Promise<Position | null> =>
      this.advance(accountId, { uidValidity: validity, lastUid });
    const take = (part: readonly ListedMail[]): Promise<void> => this.store(client, accountId, part);
    // What is there before the first look is nobody's answer to us.
    if (from.uidValidity === '') return pass(await newestUid(client));
    if (from.uidValidity !== validity) {
      const upTo = await newestUid(client);
      const mails = await mailsSince(client, againSince);
      await takeInParts(mails, take, () => Promise.resolve(from));
      return pass(upTo);
    }
    const mails = await mailsAfter(client, from.lastUid);
    return mails.length === 0 ? from : takeInParts(mails, take, pass);
  }

  private async store(client: ImapFlow, accountId: string, part: readonly ListedMail[]): Promise<void> {
    const validity = uidValidity(client);
    for await (const mail of fetchMails(client, part, this.keptBack.of(accountId))) {
      const received = { ...mail, accountId, uidValidity: validity, storedAt: this.clock.now() };
      const { message, contents } = await toInboundMessage(received);
      // Stored, stored before, or erased for good: the cursor passes it.
      await this.messages.store(message, contents);
    }
  }

  private advance(accountId: string, to: Position): Promise<Position | null> {
    this.keptBack.of(accountId).passed(to.lastUid);
    return this.folders.advance(accountId, to);
  }
}

/**
 * Where to read on in a folder that was just opened: nowhere the UIDs tell, when the server gives such anew that the
 * cursor has passed (it was restored from a backup, say, and kept its UIDVALIDITY).
 */
export function whereToReadOn(client: ImapFlow, from: Position): Position {
  const next = nextUidAtOpening(client);
  const isKnown = next === 0 || next > from.lastUid || from.uidValidity === '';
  return isKnown ? from : readAgain(from);
}

/** A position whose UIDs tell nothing, so that mails are looked for by their day. */
export function readAgain(from: Position): Position {
  return { ...from, uidValidity: 'given anew' };
}

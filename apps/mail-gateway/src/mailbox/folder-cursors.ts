import { Injectable } from '@nestjs/common';
import type { MailboxCursor } from '@app/persistence/accounts/account.schema';
import { CursorStore } from '@app/persistence/accounts/cursor.store';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import { Identity } from '@app/runtime/instance/identity';

export type Position = Pick<MailboxCursor, 'uidValidity' | 'lastUid'>;

/** The cursor of an account's folder of sent mail; that of its INBOX is named as the account is. */
export function sentCursorOf(accountId: string): string {
  return `${accountId}:sent`;
}

/** How far this instance has read the folders it holds. */
@Injectable()
export class FolderCursors {
  constructor(
    private readonly cursors: CursorStore,
    private readonly instances: InstanceStore,
    private readonly identity: Identity,
  ) {}

  /** Takes a folder for this instance and says how far it is read; null when another that is alive holds it. */
  async hold(cursorId: string): Promise<Position | null> {
    const alive = await this.instances.alive(this.identity.service);
    return this.cursors.hold(cursorId, this.identity.id, alive);
  }

  /** Says how far the folder is read now; null when it is another instance's by now. */
  async advance(cursorId: string, to: Position): Promise<Position | null> {
    return (await this.cursors.advance(cursorId, this.identity.id, to)) ? to : null;
  }

  async release(cursorId: string): Promise<void> {
    await this.cursors.release(cursorId, this.identity.id);
  }
}

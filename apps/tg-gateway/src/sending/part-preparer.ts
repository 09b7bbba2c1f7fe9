import { Injectable } from '@nestjs/common';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { AttachmentFiles } from '@app/runtime/outbox/attachment-files';
import { toParts } from './to-parts';

/** The next message of a letter, with all that leaves when it is claimed. */
export type PreparedPart = {
  readonly hasButtons: boolean;
  /** After it the letter is sent. */
  readonly isLast: boolean;
} & (
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'photo' | 'document'; readonly name: string; readonly source: Buffer }
);

/** Makes the messages of letters ready, under the lease and before the claim marks them. */
@Injectable()
export class PartPreparer {
  constructor(private readonly files: AttachmentFiles) {}

  /** Throws `FileMissing` when an attachment is not in the database, and when a letter says nothing. */
  async next(letter: OutboxMessage): Promise<PreparedPart> {
    const parts = toParts(letter);
    const part = parts[letter.parts.length];
    if (!part) throw new Error(`the letter ${letter._id} has nothing left to send`);
    const isLast = letter.parts.length === parts.length - 1;
    if (part.type === 'text') return { ...part, isLast };
    const { type, name, hasButtons, content } = part;
    const source = 'text' in content ? Buffer.from(content.text) : await this.files.content(content.sha256);
    return { type, name, hasButtons, isLast, source };
  }
}

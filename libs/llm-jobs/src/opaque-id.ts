import { createHash } from 'node:crypto';

/**
 * An id as a GPU host may see it: always the same for the same id, and telling nothing of it. Ids of ours are made of the
 * Message-IDs of contacts' mails, which name whose they are.
 */
export function opaqueId(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

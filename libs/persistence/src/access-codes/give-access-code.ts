import type { ClientSession } from 'mongoose';
import type { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';

export function accessCodeId(productId: string, code: string): string {
  return `${productId}:${code}`;
}

/**
 * Records that a contact has a code, inside the caller's transaction; one that came from a template is made by it.
 * False, and the transaction is to be undone, when somebody else has the code, or the contact another one.
 */
export async function giveAccessCode(
  db: Database,
  session: ClientSession,
  { _id: contactId, productId }: { readonly _id: string; readonly productId: string },
  code: string,
): Promise<boolean> {
  try {
    await db.accessCodes.updateOne(
      { _id: accessCodeId(productId, code), contactId: { $in: [null, contactId] } },
      [{ $set: { productId, code: { $literal: code }, contactId, givenAt: { $ifNull: ['$givenAt', '$$NOW'] } } }],
      { session, upsert: true, updatePipeline: true },
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

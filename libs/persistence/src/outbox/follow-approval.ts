import type { ProductSettings } from '@app/product/product';
import type { Letter } from '@app/domain/letter';
import type { Database } from '../database';

export type ApprovalMode = ProductSettings['approval'];

/** The operator's own words need no approval. */
const NEVER_DRAFTS: Letter[] = ['operator-reply', 'operator-notice'];

/**
 * Makes the letters of a product that have not left follow its approval mode: to `approve` what is queued becomes a
 * draft, to `autopilot` drafts are queued. Done again it changes nothing. How many letters changed.
 */
export function followApproval(db: Database, productId: string, mode: ApprovalMode): Promise<number> {
  const [from, to] = mode === 'approve' ? (['queued', 'draft'] as const) : (['draft', 'queued'] as const);
  return db.transaction(async (session) => {
    // In one transaction with the letters: an approved letter that waits must not become a draft a second time.
    const { modifiedCount } = await db.products.updateOne(
      { _id: productId, 'settings.approval': mode, lettersFollow: { $ne: mode } },
      { $set: { lettersFollow: mode } },
      { session },
    );
    if (modifiedCount !== 1) return 0;
    const letters = { productId, status: from, letters: { $nin: NEVER_DRAFTS } };
    const changed = await db.outbox.updateMany(letters, { $set: { status: to } }, { session });
    await db.outbox.updateMany({ ...letters, status: 'held', heldAs: from }, { $set: { heldAs: to } }, { session });
    return changed.modifiedCount;
  });
}

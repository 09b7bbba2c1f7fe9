import { recipientKeys } from '@app/persistence/recipients/recipient-keys';
import type { Installation } from '../installation/start-installation';
import { check } from './check';

/** Checks that the ledger keeps the agent from writing to this recipient, or does not. */
export async function checkSuppressed(recipient: string, expected: boolean, { db, keys }: Installation): Promise<void> {
  const { current } = recipientKeys(recipient, keys);
  const suppressed = await db.recipients.countDocuments({ _id: { $in: current }, suppressed: true });
  check(suppressed === (expected ? current.length : 0), `${recipient} should ${expected ? '' : 'not '}be suppressed`);
}

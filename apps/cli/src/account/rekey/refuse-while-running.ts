import type { Database } from '@app/persistence/database';
import { InstanceStore } from '@app/persistence/instances/instance.store';
import { Mistake } from '../../command-line/mistake.error';

const WITH_KEYS = ['sales-brain', 'mail-gateway', 'tg-gateway'];

/** A service reads the key file once, when it starts: with the old one it would know neither guards nor passwords. */
export async function refuseWhileRunning(db: Database): Promise<void> {
  const instances = new InstanceStore(db);
  const alive = await Promise.all(WITH_KEYS.map((service) => instances.alive(service)));
  const running = WITH_KEYS.filter((_, index) => (alive[index] ?? []).length > 0);
  if (running.length === 0) return;
  throw new Mistake(
    `${running.join(' and ')} run${running.length === 1 ? 's' : ''} with the keys of before; stop the services, wait 15 seconds, run this again, and start them.`,
  );
}

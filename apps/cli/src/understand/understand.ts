import { type PlainReading, toPlainReading } from '@app/understanding/plain-reading';
import { readOffline } from '@app/understanding/read-offline';

/** The product setting `handOverBelow`, unless a product says otherwise. */
const SURE_FROM = 0.5;

/** What a message wants that came at a moment from somewhere, outside any conversation. */
export function understand(text: string, now: Date, timeZone: string): PlainReading {
  const reading = readOffline(text, { now, timeZone, ownAddresses: [] });
  return toPlainReading(reading, { timeZone, sureFrom: SURE_FROM });
}

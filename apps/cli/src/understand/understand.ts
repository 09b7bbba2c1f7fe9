import { usualDaysOff } from '@app/product/days-off';
import { type Engine, readerOf } from '@app/runtime/model/engine';
import { detectLanguage } from '@app/understanding/detect-language';
import { SURE_FROM } from '@app/understanding/is-sure';
import { type PlainReading, toPlainReading } from '@app/understanding/plain-reading';

/** Who reads messages, and where and when they came. */
export interface Reader {
  readonly engine: Engine;
  /** '' for the offline engine. */
  readonly endpoint: string;
  readonly model: string;
  readonly now: Date;
  readonly timeZone: string;
}

/** What messages want outside any conversation; throws `Unread` when a model was to read one and did not. */
export function understandBy({ now, timeZone, ...who }: Reader): (text: string) => Promise<PlainReading> {
  const read = readerOf(who.engine, who);
  return async (text) => {
    const daysOff = usualDaysOff(detectLanguage(text) ?? 'en', now, timeZone);
    const reading = await read(text, { now, timeZone, ownAddresses: [], daysOff });
    return toPlainReading(reading, { timeZone, sureFrom: SURE_FROM });
  };
}

import type { IntentType } from '@app/domain/intent';
import type { Language } from '@app/domain/language';
import type { PlainReading } from '@app/understanding/plain-reading';
import type { LabelledMessage } from '../../train/src/labelled-message';

/** How one message was read; `null` where there was nothing to find. */
export interface Verdict {
  readonly message: LabelledMessage;
  readonly reading: PlainReading;
  readonly language: Language;
  readonly meant: IntentType;
  readonly read: IntentType;
  readonly isRight: boolean;
  /** An opt-out that was found, or missed. */
  readonly stopFound: boolean | null;
  /** A message that is no opt-out, read as one. */
  readonly stopInvented: boolean | null;
  readonly dateFound: boolean | null;
  readonly contactFound: boolean | null;
}

/** Compares a reading with what the message means. */
export function toVerdict(message: LabelledMessage, reading: PlainReading): Verdict {
  const { text, accept, until, contact } = message;
  const read = reading.intents[0]?.type ?? 'unclear';
  const isRight = accept.includes(read);
  const saysStop = reading.intents.some(({ type }) => type === 'stop');
  return {
    message,
    reading,
    language: /[а-яё]/iu.test(text) ? 'ru' : 'en',
    meant: isRight ? read : accept[0],
    read,
    isRight,
    stopFound: accept[0] === 'stop' ? saysStop : null,
    stopInvented: accept.includes('stop') ? null : saysStop,
    dateFound: until && reading.intents.some(({ date }) => date !== undefined && isWithin(date, until)),
    contactFound: contact === null ? null : reading.intents.some((intent) => isSame(intent.contact ?? '', contact)),
  };
}

function isWithin(date: string, [first, last]: readonly [string, string]): boolean {
  return first <= date && date <= last;
}

function isSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

/** `@name`, `t.me/name` and `https://t.me/name` are one address. */
function bare(address: string): string {
  return address.toLowerCase().replace(/^(?:https?:\/\/)?(?:t\.me\/|telegram\.me\/)|^@/u, '');
}

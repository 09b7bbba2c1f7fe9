import type { Said } from './said';

/** In UTF-16 units, all its texts together; Telegram lets a person write 4,096. */
const LONGEST = 1_000_000;

/** What was read, if its fields are what Telegram promises them to be; throws otherwise: the database would refuse it for ever. */
export function wellFormed(said: Said): Said {
  const { user, file, happening, text, chatId, businessConnectionId } = said;
  idOf(user);
  const texts: readonly unknown[] = [
    ...[user.first_name, user.last_name, user.username, user.language_code],
    ...Object.values<unknown>(happening).flat(),
    ...[file?.id, file?.name, file?.contentType, text, chatId, businessConnectionId],
  ];
  if (!texts.every(isTextOrNothing)) throw new TypeError('what should be a text is none');
  if (texts.join('').length > LONGEST) throw new TypeError('its texts are longer than Telegram lets them be');
  const numbers: readonly unknown[] = [said.messageId, said.repliesTo, said.at?.getTime(), file?.size];
  if (!numbers.every(isNumberOrNothing)) throw new TypeError('what should be a number is none');
  return said;
}

/** The id of a user or a chat, in digits; throws where there is none. */
export function idOf({ id }: { readonly id: number }): string {
  if (!Number.isSafeInteger(id)) throw new TypeError('it names nobody');
  return String(id);
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function isNumberOrNothing(value: unknown): boolean {
  return value === undefined || value === null || Number.isSafeInteger(value);
}

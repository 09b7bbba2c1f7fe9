import type { Said } from './said';

/** What was read, if its fields are what Telegram promises them to be; throws otherwise: the database would refuse it for ever. */
export function wellFormed(said: Said): Said {
  const { user, file, happening, text, chatId, businessConnectionId } = said;
  if (!Number.isSafeInteger(user.id)) throw new TypeError('it names nobody');
  const texts: readonly unknown[] = [
    ...[user.first_name, user.last_name, user.username, user.language_code],
    ...Object.values<unknown>(happening).flat(),
    ...[file?.id, file?.name, file?.contentType, text, chatId, businessConnectionId],
  ];
  if (!texts.every(isTextOrNothing)) throw new TypeError('what should be a text is none');
  const numbers: readonly unknown[] = [said.messageId, said.repliesTo, said.at?.getTime(), file?.size];
  if (!numbers.every(isNumberOrNothing)) throw new TypeError('what should be a number is none');
  return said;
}

function isTextOrNothing(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function isNumberOrNothing(value: unknown): boolean {
  return value === undefined || value === null || Number.isSafeInteger(value);
}

import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { numberIn } from '../receiving/to-message-id';
import type { PreparedPart } from './part-preparer';

/** A call of the Bot API. */
export interface Call {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The call that sends a part of a letter. No `parse_mode`: what a letter says is shown as it stands, and nothing in it
 * can be markup, or be cut amid an entity.
 */
export function toCall(letter: OutboxMessage, part: PreparedPart): Call {
  const place = { chat_id: letter.to, ...inTheNameOf(letter) };
  const buttons = part.hasButtons ? keyboardOf(letter) : {};
  switch (part.type) {
    case 'text':
      return { method: 'sendMessage', parameters: { ...place, text: part.text, ...answering(letter), ...buttons } };
    case 'photo':
      return { method: 'sendPhoto', parameters: { ...place, photo: upload(part), ...buttons } };
    case 'document':
      return { method: 'sendDocument', parameters: { ...place, document: upload(part), ...buttons } };
    default:
      return part satisfies never;
  }
}

function inTheNameOf({ chat }: OutboxMessage) {
  return chat?.businessConnectionId ? { business_connection_id: chat.businessConnectionId } : {};
}

/** Only the first of its messages answers; what it answered may have been deleted meanwhile. */
function answering({ chat, parts }: OutboxMessage) {
  const answered = chat?.replyTo && parts.length === 0 ? numberIn(chat.replyTo) : null;
  if (answered === null) return {};
  return { reply_parameters: { message_id: answered, allow_sending_without_reply: true } };
}

function keyboardOf({ chat }: OutboxMessage) {
  const rows = (chat?.buttons ?? []).map((row) =>
    row.map(({ label, action }) => ({ text: label, callback_data: action })),
  );
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } };
}

/** telegraf writes the name into a header as it is. */
function upload({ name, source }: { readonly name: string; readonly source: Buffer }) {
  return { source, filename: name.replace(/["\\\p{Cc}]/gu, '_') };
}

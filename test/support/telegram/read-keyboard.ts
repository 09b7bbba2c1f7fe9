import type { ApiObject } from './api-object';
import { badRequest } from './bot-refusal';

const MOST_ACTION_BYTES = 64;

/** `reply_markup` as a message shows it: an inline keyboard, or nothing for the other kinds. Throws `BotRefusal`. */
export function readKeyboard(markup: unknown): ApiObject {
  if (markup === undefined || markup === null) return {};
  if (typeof markup !== 'object') throw badRequest('object expected as reply markup');
  if (!('inline_keyboard' in markup)) return {};
  const { inline_keyboard: rows } = markup;
  if (!Array.isArray(rows) || !rows.every(isRow)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  rows.flat().forEach(checkButton);
  return rows.length === 0 ? {} : { reply_markup: { inline_keyboard: rows } };
}

function isRow(row: unknown): row is readonly ApiObject[] {
  return Array.isArray(row);
}

function checkButton({ text, callback_data: action, ...others }: ApiObject): void {
  if (typeof text !== 'string' || text === '') throw badRequest('inline keyboard button text must be non-empty');
  if (action === undefined) {
    if (Object.keys(others).length > 0) return;
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  const bytes = typeof action === 'string' ? Buffer.byteLength(action) : 0;
  if (bytes < 1 || bytes > MOST_ACTION_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}

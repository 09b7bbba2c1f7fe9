import { extname } from 'node:path';
import type { ApiObject } from './api-object';
import { badRequest } from './bot-refusal';
import type { CallParameters, UploadedFile } from './call-parameters';
import type { SentByBot } from './emulator';
import type { ShelvedFile } from './file-shelf';
import { parseHtml, type FormattedText } from './parse-html';
import type { TelegramWorld } from './telegram-world';

export interface MessageContent {
  /** As `Message` of the API shows it. */
  readonly shown: ApiObject;
  readonly file: SentByBot['file'];
}

const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;
const TYPES = new Map([
  ['.pdf', 'application/pdf'],
  ['.txt', 'text/plain'],
  ['.ics', 'text/calendar'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
]);
const LARGEST_PHOTO_BYTES = 10 * 1024 * 1024;
/** JPEG, PNG, GIF, WebP: how a file of them begins. */
const PICTURES = ['ffd8ff', '89504e47', '47494638', '52494646'];

/** What a message of this method is to show. Throws `BotRefusal`. */
export function readContent(world: TelegramWorld, method: SentByBot['method'], call: CallParameters): MessageContent {
  switch (method) {
    case 'sendMessage':
      return { shown: readWords(call), file: null };
    case 'sendDocument':
      return readDocument(world, call);
    case 'sendPhoto':
      return readPhoto(world, call);
  }
}

function readWords(call: CallParameters): ApiObject {
  const { text, entities } = formatted(call, 'text');
  if (text.trim() === '') throw badRequest('message text is empty');
  if (text.length > LONGEST_TEXT) throw badRequest('message is too long');
  return { text, ...(entities.length > 0 && { entities }) };
}

function readDocument(world: TelegramWorld, call: CallParameters): MessageContent {
  const file = fileIn(world, call, 'document');
  const document = { ...world.files.keep(file), file_name: file.name, mime_type: file.type };
  return { shown: { document, ...readCaption(call) }, file };
}

function readPhoto(world: TelegramWorld, call: CallParameters): MessageContent {
  const file = fileIn(world, call, 'photo');
  if (file.size > LARGEST_PHOTO_BYTES) throw badRequest('file is too big');
  const head = Buffer.from(file.bytes.subarray(0, 4)).toString('hex');
  if (!PICTURES.some((picture) => head.startsWith(picture))) throw badRequest('IMAGE_PROCESS_FAILED');
  const photo = [{ ...world.files.keep(file), width: 800, height: 600 }];
  return { shown: { photo, ...readCaption(call) }, file };
}

function readCaption(call: CallParameters): ApiObject {
  const { text, entities } = formatted(call, 'caption');
  if (text.length > LONGEST_CAPTION) throw badRequest('message caption is too long');
  return { ...(text !== '' && { caption: text }), ...(entities.length > 0 && { caption_entities: entities }) };
}

function formatted(call: CallParameters, field: 'text' | 'caption'): FormattedText {
  const mode = call.text('parse_mode');
  if (mode === '') return { text: call.text(field), entities: [] };
  if (mode.toLowerCase() !== 'html') throw badRequest('unsupported parse_mode');
  return parseHtml(call.text(field));
}

/** Uploaded with the call, or named by the id of a file that Telegram has. */
function fileIn(world: TelegramWorld, call: CallParameters, field: 'document' | 'photo'): ShelvedFile {
  const uploaded = call.upload(field);
  if (uploaded !== null) return checked(uploaded);
  if (call.text(field) === '') throw badRequest(`there is no ${field} in the request`);
  const known = world.files.get(call.text(field));
  if (known === null) throw badRequest('wrong remote file identifier specified: Wrong string length');
  return known;
}

/** Telegram goes by the name, whatever type the call gives the file. */
function checked({ name, bytes }: UploadedFile): ShelvedFile {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  const type = TYPES.get(extname(name).toLowerCase()) ?? 'application/octet-stream';
  return { name, type, bytes, size: bytes.length };
}

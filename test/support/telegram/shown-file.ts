import type { ApiObject } from './api-object';
import type { SentFile } from './emulator';
import type { FileShelf } from './file-shelf';

/** A document as its message shows it. */
export function documentOf(files: FileShelf, { name = '', type = '', ...file }: SentFile): ApiObject {
  const kept = keep(files, name, type, file);
  return {
    document: { ...kept, ...(name !== '' && { file_name: name }), ...(type !== '' && { mime_type: type }) },
    ...captionOf(file),
  };
}

/** A photo in two sizes, the smaller first. */
export function photoOf(files: FileShelf, file: SentFile): ApiObject {
  const small = { ...keep(files, 'photo.jpg', 'image/jpeg', { bytes: file.bytes }), width: 90, height: 67 };
  const large = { ...keep(files, 'photo.jpg', 'image/jpeg', file), width: 1280, height: 960 };
  return { photo: [small, large], ...captionOf(file) };
}

/** A voice message, OGG with Opus as Telegram has them. */
export function voiceOf(files: FileShelf, file: SentFile): ApiObject {
  const kept = keep(files, 'voice.oga', 'audio/ogg', file);
  return { voice: { ...kept, duration: 3, mime_type: 'audio/ogg' }, ...captionOf(file) };
}

function keep(files: FileShelf, name: string, type: string, { bytes, toldSize }: SentFile): ApiObject {
  return files.keep({ name, type, bytes, size: toldSize ?? bytes.length });
}

function captionOf({ caption }: Pick<SentFile, 'caption'>): ApiObject {
  return caption === undefined ? {} : { caption };
}

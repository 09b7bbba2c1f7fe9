import { createHash, randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { ApiObject } from './api-object';
import { badRequest } from './bot-refusal';

export interface ShelvedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What Telegram tells the size is. */
  readonly size: number;
}

const DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024;

/** Every file that went through Telegram, by its file id. */
export class FileShelf {
  private readonly files = new Map<string, { readonly file: ShelvedFile; readonly path: string }>();

  /** Keeps the file and says of it what each of the API's file objects begins with. */
  keep(file: ShelvedFile): ApiObject & { readonly file_id: string } {
    const fileId = randomBytes(24).toString('base64url');
    this.files.set(fileId, { file, path: `files/file_${this.files.size + 1}${extname(file.name)}` });
    return { file_id: fileId, file_unique_id: uniqueIdOf(file), file_size: file.size };
  }

  get(fileId: string): ShelvedFile | null {
    return this.files.get(fileId)?.file ?? null;
  }

  /** getFile. Throws `BotRefusal`. */
  describe(fileId: string): ApiObject {
    const found = this.files.get(fileId);
    if (found === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (found.file.size > DOWNLOAD_LIMIT_BYTES) throw badRequest('file is too big');
    const { file, path } = found;
    return { file_id: fileId, file_unique_id: uniqueIdOf(file), file_size: file.size, file_path: path };
  }

  at(path: string): ShelvedFile | null {
    return [...this.files.values()].find((kept) => kept.path === path)?.file ?? null;
  }
}

function uniqueIdOf({ bytes }: ShelvedFile): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}

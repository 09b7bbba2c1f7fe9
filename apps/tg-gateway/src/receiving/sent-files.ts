import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { errorWords } from '@app/runtime/error-words';
import {
  keepAttachments,
  LARGEST_KEPT,
  LARGEST_KEPT_TOGETHER,
  type KeptAttachments,
} from '@app/runtime/files/keep-attachments';
import { ApiFailure } from '../api/api-failure';
import { TelegramApi } from '../api/telegram-api';
import type { SentFile } from './said';

/** Fetches what people send. */
@Injectable()
export class SentFiles {
  private readonly logger = new Logger(SentFiles.name);

  constructor(private readonly api: TelegramApi) {}

  /** The file as it is stored. Of one that is too large, or not to be had, only what Telegram says of it: it holds up nobody. */
  async keep(file: SentFile): Promise<KeptAttachments> {
    const content = file.size > LARGEST_KEPT ? NOTHING : await this.fetch(file);
    const { name, contentType, size } = file;
    const leftOut = content.byteLength === 0 ? [size] : [];
    return keepAttachments([{ name, contentType, size, content, inline: false }], leftOut, LARGEST_KEPT_TOGETHER);
  }

  private async fetch({ id, name }: SentFile): Promise<Uint8Array> {
    for (const afterMs of AGAIN_AFTER_MS) {
      try {
        return await this.api.download(id, DOWNLOAD_MS);
      } catch (error) {
        const isRefused = error instanceof ApiFailure && error.facts.status === 400;
        if (isRefused || afterMs === LAST) {
          this.logger.warn(`A file was not kept (${JSON.stringify(name)}): ${errorWords(error)}`);
          return NOTHING;
        }
        await pause(afterMs);
      }
    }
    return NOTHING;
  }
}

const NOTHING = new Uint8Array();
const DOWNLOAD_MS = 30_000;
const LAST = 0;
const AGAIN_AFTER_MS = [500, 2_000, 8_000, LAST] as const;

import { fileTypeFromBuffer } from 'file-type/core';

/** The media type that a content shows by itself; null where it shows none, as plain text does. Never throws. */
export async function sniffType(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  return found?.mime ?? null;
}

/** In bytes of UTF-8: file systems take 255, and a copy wants room for a number. */
const LONGEST_BYTES = 200;

/** Invisible, or turning the direction of what follows, so that `gpj.exe` reads `exe.jpg`. */
const DECEIVING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const NOT_IN_NAMES = /[<>:"|?*]/g;
const WINDOWS_DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name under which a file of somebody else's may be shown and saved on any system: no path, no control, invisible
 * or direction characters, at most 200 bytes; `attachment` when nothing is left.
 */
export function cleanFileName(name: string): string {
  const visible = Buffer.from(name).toString().normalize('NFC').replace(DECEIVING, '');
  const ownName = visible.slice(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1);
  const plain = ownName
    .replace(NOT_IN_NAMES, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(WINDOWS_DEVICE, '_$1');
  return shortened(plain) || 'attachment';
}

/** Cuts the stem: the extension says what a person expects of the file. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name;
  const extension = /\.\w{1,10}$/.exec(name)?.[0] ?? '';
  const room = LONGEST_BYTES - Buffer.byteLength(extension);
  const stem = Array.from(name.slice(0, name.length - extension.length));
  while (Buffer.byteLength(stem.join('')) > room) stem.splice(-Math.ceil(stem.length / 10));
  return `${stem.join('')}${extension}`;
}

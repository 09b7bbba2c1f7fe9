import type { MessageStructureObject } from 'imapflow';

/**
 * The MIME header of a part (RFC 2045, 2183), made of what the server says of its structure: not every server gives the
 * header itself rightly. Names of files are written as RFC 2231 has it.
 */
export function partHeader(part: MessageStructureObject): string {
  const { type, parameters, encoding, id, disposition, dispositionParameters } = part;
  const lines = [
    `Content-Type: ${type}${written(parameters)}`,
    ...(encoding ? [`Content-Transfer-Encoding: ${encoding}`] : []),
    ...(id ? [`Content-ID: ${id}`] : []),
    ...(disposition ? [`Content-Disposition: ${disposition}${written(dispositionParameters)}`] : []),
  ];
  return `${lines.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\r\n')}\r\n\r\n`;
}

function written(parameters: Readonly<Record<string, string>> = {}): string {
  return Object.entries(parameters)
    .map(([name, value]) =>
      isPlain(value) ? `; ${name}="${value}"` : `; ${name}*=utf-8''${encodeURIComponent(wellFormed(value))}`,
    )
    .join('');
}

function isPlain(value: string): boolean {
  return /^[ !#-[\]-~]*$/.test(value);
}

/** Half a pair of UTF-16 cannot be encoded. */
function wellFormed(value: string): string {
  return Buffer.from(value).toString();
}

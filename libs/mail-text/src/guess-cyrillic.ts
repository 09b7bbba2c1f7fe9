/** The likeliest single-byte charset of some bytes that are not UTF-8, as a WHATWG label. */
export function guessCyrillic(bytes: Uint8Array): string {
  if (!looksCyrillic(bytes)) return 'windows-1252';
  const scored = CHARSETS.map((charset) => ({ charset, score: russianScore(new TextDecoder(charset).decode(bytes)) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).charset;
}

const CHARSETS = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const;

/** In Cyrillic words high bytes stand beside one another; in Western ones mostly beside ASCII letters. */
function looksCyrillic(bytes: Uint8Array): boolean {
  let besideHigh = 0;
  let besideAscii = 0;
  for (let index = 0; index < bytes.length; index++) {
    if ((bytes[index] ?? 0) < 0x80) continue;
    for (const neighbour of [bytes[index - 1] ?? 0, bytes[index + 1] ?? 0]) {
      if (neighbour >= 0x80) besideHigh++;
      else if (isAsciiLetter(neighbour)) besideAscii++;
    }
  }
  return besideHigh > besideAscii;
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Whether pairs of letters stand together as they do in Russian, Ukrainian or Bulgarian, whatever their case. */
export function readsAsCyrillic(text: string): boolean {
  const letters = text.match(/[а-яёіїєґ]/gi)?.length ?? 0;
  return (text.match(PAIRS)?.length ?? 0) * 10 > letters;
}

const PAIRS = /ст|но|то|на|ен|ов|ни|ра|во|ко|ал|ли|по|ре|ос|пр|ро|ан|ит|ть|ет|ак|не|ин|го|ри|да/gi;

/** Frequent lower-case letters speak for a charset; a capital inside a word and a sign between letters against it. */
function russianScore(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    // Pairs of letters tell also what is written in capitals.
    count(PAIRS) * 20 +
    count(/[оеаинтсрвлкмдпу]/g) * 2 +
    count(/[а-яё]/g) -
    count(/[а-яёА-ЯЁ][А-ЯЁ]/g) * 2 -
    count(/[^\sа-яёА-ЯЁ\x00-\x7F«»—–№…]/g) * 3
  );
}

import type { Product } from '@app/product/product';
import { historyTurn } from '../contact/history';
import { readScript } from './read-script';
import { simulate } from './simulation';
import type { Entry } from './transcript';
import { transcriptInWords } from './transcript-in-words';

/** Plays a script with a product, whose time zone its moments are in; throws a `Mistake` that names the script's line. */
export function playScript(
  yaml: string,
  product: Product,
  codes: readonly string[],
): { readonly words: string; readonly json: object } {
  const { timeZone } = product.settings;
  const transcript = simulate(readScript(yaml, timeZone), product, codes);
  return {
    words: transcriptInWords(transcript, timeZone),
    json: { ...transcript, entries: transcript.entries.map(entryOf) },
  };
}

function entryOf(entry: Entry): object {
  return entry.type === 'turn' ? { type: entry.type, ...historyTurn(entry.turn) } : entry;
}

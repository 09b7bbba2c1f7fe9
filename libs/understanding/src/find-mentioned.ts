import { type FoundAddress, findAddresses } from './find-addresses';
import { findTelegramNames } from './find-telegram-names';

/** Finds every address and Telegram name that stands in a text, but those in `ownAddresses`, in order of appearance. */
export function findMentioned(written: string, ownAddresses: readonly string[]): readonly FoundAddress[] {
  const own = new Set(ownAddresses.map((address) => address.toLowerCase()));
  return [...findAddresses(written), ...findTelegramNames(written)]
    .filter(({ address }) => !own.has(address))
    .sort((one, other) => one.index - other.index);
}

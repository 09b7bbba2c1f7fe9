const CONTACT = new RegExp(
  [
    String.raw`[\p{L}\p{N}.+-]{1,20}:\/\/[^\s)>"»]{1,255}`,
    String.raw`[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}.-]{0,255}`,
    String.raw`@[\p{L}\p{N}_]{2,64}`,
    String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.)+\p{L}[\p{L}\p{N}-]{1,62}(?:[/?#][^\s)>"»]{0,255})?`,
    String.raw`\+?\d[\d\s().-]{7,18}\d`,
    String.raw`(?=[\p{L}\p{N}-]{0,40}\d)(?=[\p{L}\p{N}-]{0,40}\p{L})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*`,
  ].join('|'),
  'gu',
);

/**
 * The links, domains, addresses, Telegram names, telephone numbers and codes of letters and digits in a text, in lower
 * case.
 */
export function contactsIn(text: string): readonly string[] {
  return (text.normalize('NFKC').match(CONTACT) ?? []).map((found) => found.toLowerCase().replace(/[.,;:!?'-]+$/, ''));
}

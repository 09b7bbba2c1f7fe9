const AT = String.raw`(?:\s?[(\[{<]\s?(?:at|@|собака|собачка|эт)\s?[)\]}>]\s?|\s(?:AT|собака|собачка)\s|\s@\s)`;
const DOT = String.raw`(?:\s?[(\[{<]\s?(?:dot|точка)\s?[)\]}>]\s?|\s(?:DOT|dot|точка)\s)`;
const NAME = String.raw`[\p{L}\p{N}_%+-]{1,40}(?:(?:\.|${DOT})[\p{L}\p{N}_%+-]{1,40}){0,4}`;
const DOMAIN = String.raw`[\p{L}\p{N}-]{1,40}(?:(?:\s?\.\s?|${DOT})[\p{L}\p{N}-]{1,40}){0,3}(?:\s?\.\s?|${DOT})[a-z]{2,24}`;
const DISGUISED = new RegExp(String.raw`(?<![\p{L}\p{N}.@])(${NAME})${AT}(${DOMAIN})(?![\p{L}\p{N}@])`, 'gu');
const DOTS = new RegExp(String.raw`${DOT}|\s?\.\s?`, 'gu');

/** Writes addresses that were disguised from machines (`anna (at) firm dot example`, `anna собака firm.example`) as they are. */
export function mendAddresses(written: string): string {
  if (!/[([{<]\s?(?:at|@|собака|собачка|эт)|\s(?:AT|собака|собачка|@)\s/u.test(written)) return written;
  return written.replaceAll(
    DISGUISED,
    (_, name: string, domain: string) => `${name.replaceAll(DOTS, '.')}@${domain.replaceAll(DOTS, '.')}`,
  );
}

/** Anna's offer, as a client puts it below or above an answer. */
export const OFFER = 'Добрый день!\n\nПредлагаем программу для учёта времени.\n\nС уважением,\nАнна';

/** The same with a quote mark before each line. */
export const QUOTED_OFFER = markedWith('> ');

export function markedWith(mark: string): string {
  return OFFER.split('\n')
    .map((line) => `${mark}${line}`)
    .join('\n');
}

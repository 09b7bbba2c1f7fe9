import { LANGUAGES } from '@app/domain/language';
import type { Product } from './product';

/** Problems of opening letters that have no place for what a model is to write into them. */
export function checkDrafted({ model }: Product['settings'], templates: Product['templates']): readonly string[] {
  if (!model.writes.openings) return [];
  return LANGUAGES.filter((language) => !templates[language].letters.opening.text.includes('{{drafted}}')).map(
    (language) =>
      `letters/${language}/opening.hbs:1: model.writes.openings is true and this letter leaves out {{drafted}}; say it, inside {{#if drafted}}…{{else}}…{{/if}}.`,
  );
}

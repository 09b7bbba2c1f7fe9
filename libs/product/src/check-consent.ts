import { LANGUAGES } from '@app/domain/language';
import type { Product } from './product';

/** Problems of first letters that leave out what the product promises to show: where the address came from, and why. */
export function checkConsent({ consent }: Product['settings'], templates: Product['templates']): readonly string[] {
  if (!consent.shown) return [];
  return LANGUAGES.flatMap((language) =>
    FIRST_LETTERS.flatMap((letter) =>
      ['consent.source', 'consent.ground']
        .filter((variable) => !templates[language].letters[letter].text.includes(variable))
        .map((variable) => sentence(`letters/${language}/${letter}.hbs`, variable)),
    ),
  );
}

const FIRST_LETTERS = ['opening', 'referral-opening'] as const;

function sentence(path: string, variable: string): string {
  return `${path}:1: consent.shown is true and this letter leaves out {{${variable}}}; say it, inside {{#if ${variable}}}…{{/if}}.`;
}

import { LineCounter, parseDocument } from 'yaml';
import { checked, type Checked } from './checked';
import { lineOfSetting } from './line-of-setting';
import type { ProductSettings } from './product';
import { leavesOf, SETTING_RULES } from './setting-rules';

export interface IdentifiedSettings {
  readonly id: string;
  readonly settings: ProductSettings;
}

/** Reads `product.yaml`. Every setting is needed, none has a default, and an unknown one is a problem. */
export function readSettings(path: string, yaml: string, fileNames: ReadonlySet<string>): Checked<IdentifiedSettings> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const sentence = `${path}:${lines.linePos(error.pos[0]).line}: ${error.message}; correct the YAML here.`;
    return { type: 'problems', problems: [sentence] };
  }

  const content: unknown = document.toJS();
  const problems = problemsOf(content, fileNames).map(
    ({ setting, sentence }) => `${path}:${lineOfSetting(document, lines, setting)}: ${sentence}`,
  );
  // The rules are complete by their type, so what has no problem has this shape.
  const { id, ...settings } = content as ProductSettings & { readonly id: string };
  return checked({ id, settings }, problems);
}

interface SettingProblem {
  readonly setting: string;
  readonly sentence: string;
}

function problemsOf(content: unknown, fileNames: ReadonlySet<string>): readonly SettingProblem[] {
  const given = leavesOf(content);
  const known = Object.keys(SETTING_RULES);
  const wrong = Object.entries(SETTING_RULES).flatMap(([setting, { expected, fits }]) => {
    const value = given.get(setting);
    if (fits(value, { settings: given, fileNames })) return [];
    return [{ setting, sentence: `${setting} is ${spelled(value)}; make it ${expected}.` }];
  });
  const unknown = [...given.keys()]
    .filter((setting) => !known.some((name) => name === setting || name.startsWith(`${setting}.`)))
    .map((setting) => ({
      setting,
      sentence: `the setting '${setting}' does not exist; remove it or correct its name.`,
    }));
  return [...wrong, ...unknown];
}

function spelled(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

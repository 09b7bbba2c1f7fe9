import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { checked, type Checked } from './checked';
import { lineOfSetting } from './line-of-setting';
import type { ProductSettings } from './product';
import { DEFAULTS_WITHOUT_ACCESS, SETTING_DEFAULTS } from './setting-defaults';
import { leavesOf, nest } from './setting-leaves';
import { SETTING_RULES, type GivenSettings, type SettingRule } from './setting-rules';

export interface IdentifiedSettings {
  readonly id: string;
  readonly settings: ProductSettings;
}

/** Reads `product.yaml`, with the defaults of what it leaves out. An unknown setting is a problem. */
export function readSettings(path: string, yaml: string, fileNames: ReadonlySet<string>): Checked<IdentifiedSettings> {
  const lines = new LineCounter();
  const options = { lineCounter: lines, prettyErrors: false, schema: 'core', logLevel: 'error' } as const;
  const document = parseDocument(yaml, options);
  const at = (offset: number, sentence: string): string => `${path}:${lines.linePos(offset).line}: ${sentence}`;
  const [error] = document.errors;
  if (error) return { type: 'problems', problems: [at(error.pos[0], `${error.message}; correct the YAML here.`)] };
  const alias = firstAlias(document);
  if (alias !== undefined) {
    return { type: 'problems', problems: [at(alias, 'a value is not taken from elsewhere by *; write it here.')] };
  }

  const given = leavesOf(document.toJS());
  const settings = withDefaults(given);
  const problems = [...wrongSettings({ settings, fileNames }), ...unknownSettings(given)].map(
    ({ setting, sentence }) => `${path}:${lineOfSetting(document, lines, setting)}: ${sentence}`,
  );
  // The rules are complete by their type, so what has no problem has this shape.
  const { id, ...rest } = nest(settings) as ProductSettings & { readonly id: string };
  return checked({ id, settings: rest }, problems);
}

/** Where the first alias stands: one may lead nowhere, into itself, or to more than the memory holds. */
function firstAlias(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_, { range }) => {
      found = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

interface SettingProblem {
  readonly setting: string;
  readonly sentence: string;
}

function withDefaults(given: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  const needsNoAccess = given.get('demo.way') === 'slot';
  const all = new Map([...SETTING_DEFAULTS, ...(needsNoAccess ? DEFAULTS_WITHOUT_ACCESS : []), ...given]);
  return new Map(Object.keys(SETTING_RULES).map((setting) => [setting, all.get(setting)]));
}

function wrongSettings(given: GivenSettings): readonly SettingProblem[] {
  return Object.entries(SETTING_RULES).flatMap(([setting, rule]) => {
    const value = given.settings.get(setting);
    if (!rule.fits(value, given)) {
      return [{ setting, sentence: `${setting} is ${spelled(value)}; make it ${rule.expected}.` }];
    }
    return wrongItems(setting, value, rule, given);
  });
}

function wrongItems(setting: string, value: unknown, { items }: SettingRule, given: GivenSettings): SettingProblem[] {
  if (!items || !Array.isArray(value)) return [];
  return value.flatMap((item: unknown, index) =>
    items.fits(item, given)
      ? []
      : [
          {
            setting: `${setting}.${index}`,
            sentence: `${setting} holds ${spelled(item)}; make it ${items.expected}.`,
          },
        ],
  );
}

function unknownSettings(given: ReadonlyMap<string, unknown>): readonly SettingProblem[] {
  const known = Object.keys(SETTING_RULES);
  return [...given].flatMap(([setting, value]) => {
    if (known.includes(setting)) return [];
    const inside = known.filter((name) => name.startsWith(`${setting}.`));
    if (inside.length === 0) {
      return [{ setting, sentence: `the setting '${setting}' does not exist; remove it or correct its name.` }];
    }
    // An empty group says the same as none.
    if (value === null) return [];
    return [
      { setting, sentence: `${setting} is ${spelled(value)}; write ${inside.join(', ')} below it, each on its line.` },
    ];
  });
}

function spelled(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}

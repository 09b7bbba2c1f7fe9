import fc from 'fast-check';
import { letterVariables } from '../testing/letter-variables.builder';
import { aProductFolder, SETTINGS } from '../testing/product-folder.builder';
import { otzyvy } from '../testing/otzyvy';
import { readLetter } from './read-letter';
import { readProduct } from './read-product-files';
import { readSettings } from './read-settings';
import { renderMail } from './render-letters';

/** What Handlebars is made of, right and wrong. */
const MARKS = [
  ...['{{', '}}', '{{{', '}}}', '{{{{raw}}}}', '{{{{/raw}}}}', '{{!--', '--}}', '{{else}}', '{{^}}', '\\{{', '~'],
  ...['{{> partial}}', '{{* decorator}}', '{{#> layout}}', '{{#*inline "x"}}', '{{/inline}}', '[', ']', ' as |it|}}'],
];
const NAMES = fc.oneof(
  fc.constantFrom(
    ...['token', 'contact.name', 'sender.company', 'answers', 'slots', 'heading', 'time', 'date', 'this', '.', 'it'],
    ...['@first', '@root', '../token', '../../token', '[contact.name]', '[@first]', 'this.token', 'product/name'],
    ...['constructor', '__proto__', 'token.length', '"token"', '1', 'undefined', '(token)', 'lookup this "token"'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const HELPERS = fc.constantFrom('if', 'unless', 'each', 'with', 'token');
const NAMED = fc.constantFrom('', ' x=1', ' as |it|', ' token');

const { template } = fc.letrec<{ readonly template: string }>((tie) => ({
  template: fc
    .array(
      fc.oneof(
        { maxDepth: 3 },
        fc.tuple(NAMES, NAMED).map(([name, named]) => `{{${name}${named}}}`),
        fc.string({ unit: 'binary', maxLength: 10 }),
        fc.constantFrom(...MARKS),
        fc
          .tuple(HELPERS, NAMES, NAMED, tie('template'))
          .map(([helper, name, named, inside]) => `{{#${helper} ${name}${named}}}${inside}{{/${helper}}}`),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}));

/** What YAML is made of, right and wrong. */
const yamlLine = fc.oneof(
  fc.constantFrom(...SETTINGS.split('\n')),
  fc.constantFrom(
    ...['x: *nothing', 'x: &a [*a]', 'x: &a', '  y: *a', '<<: [5]', '%YAML 1.1', '---', '...', '? {a: b}', ': c', '? '],
    ...[
      '"": x',
      '!!set {a}',
      'a: !!binary "x"',
      'a: !own b',
      '\tx: 1',
      'x: "',
      'x: |',
      '- - -',
      '{',
      '}]',
      'id: [[[[[[',
    ],
    ...['__proto__: {a: 1}', 'constructor: {prototype: {a: 1}}', 'followUps: 1e999', 'id: 2001-99-99T00:00:00Z'],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** The settings with some of their lines replaced by others. */
const settings = fc
  .array(fc.tuple(fc.nat(SETTINGS.split('\n').length - 1), yamlLine), { minLength: 1, maxLength: 4 })
  .map((changes) => {
    const lines = SETTINGS.split('\n');
    for (const [at, line] of changes) lines.splice(at, 1, line);
    return lines.join('\n');
  });

/** What an optional value leaves when it is absent. */
const LEAST = letterVariables({ contact: {}, consent: {}, referrer: {}, drafted: '', answers: [], slots: [] });

/** Each problem is one of this file, with a line that it has. */
function expectPlaces(problems: readonly string[], path: string, source: string): void {
  // As Handlebars and editors count them.
  const lines = source.split(/\r\n?|\n/).length;
  for (const problem of problems) {
    const [, line] = /:(\d+): \S/.exec(problem.slice(path.length)) ?? [];
    expect([problem, problem.startsWith(path), Number(line) >= 1 && Number(line) <= lines]).toEqual([
      problem,
      true,
      true,
    ]);
  }
}

describe('whatever stands in the folder of a product', () => {
  it.each(['answer', 'demo-slots', 'postpone-agreed'] as const)(
    'the letter "%s" is refused with its line, or can be written to everybody',
    (letter) => {
      const product = otzyvy();
      fc.assert(
        fc.property(template, (source) => {
          const read = readLetter(letter, 'x.hbs', source);
          if (read.type === 'problems') {
            expectPlaces(read.problems, 'x.hbs', source);
            return;
          }
          const letters = { ...product.templates.en.letters, [letter]: read.value };
          const changed = { ...product, templates: { ...product.templates, en: { ...product.templates.en, letters } } };
          for (const variables of [letterVariables(), LEAST]) {
            expect(renderMail(changed, [letter], 'en', variables).text).not.toContain('[object');
          }
        }),
        { numRuns: 600 },
      );
    },
  );

  it('its settings are refused with the line, or are a product’s', () => {
    fc.assert(
      fc.property(settings, (yaml) => {
        const read = readSettings('product.yaml', yaml, new Set(['kettles.pdf']));
        if (read.type === 'problems') expectPlaces(read.problems, 'product.yaml', yaml);
        else expect(read.value).toMatchObject({ id: expect.any(String) as string, settings: { followUps: 0 } });
      }),
      { numRuns: 600 },
    );
  });

  it('each problem names its file, whatever bytes are in it and whatever it is called', () => {
    const folder = aProductFolder();
    const name = fc.oneof(fc.constantFrom(...folder.keys()), fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(name, fc.uint8Array({ maxLength: 40 }), (path, bytes) => {
        const read = readProduct(new Map([...folder, [path, bytes]]));
        const problems = read.type === 'problems' ? read.problems : [];
        expect(problems.filter((problem) => !problem.startsWith(path))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

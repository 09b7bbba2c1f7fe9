import { checkTemplate } from './check-template';
import { type TemplateName, variablesOf } from './template-variables';

function problemsOf(template: TemplateName, source: string): readonly string[] {
  return checkTemplate({ path: 'letters/en/x.hbs', firstLine: 1, source }, variablesOf(template));
}

describe('an operator who writes a template', () => {
  it.each<[TemplateName, string]>([
    ['opening', '{{product.name}} by {{ sender.name }} {{! a note }} [#{{token}}]'],
    ['opening', '{{#if contact.name}}Dear {{contact.name}}{{else}}Hello{{/if}}'],
    ['opening', '{{#if contact.name}}A{{else if contact.company}}{{contact.company}}{{/if}}'],
    ['opening', '{{#unless contact.name}}Hello{{else}}Dear {{contact.name}}{{/unless}}'],
    ['answer', '{{#if answers}}{{#each answers}}{{#unless @first}}, {{/unless}}{{heading}}: {{text}}{{/each}}{{/if}}'],
    ['answer', '{{#each answers}}{{this.text}} {{../product.name}}{{/each}}'],
    ['answer', '{{#if contact.name}}{{#each answers}}{{../contact.name}}{{/each}}{{/if}}'],
    ['postpone-agreed', 'Until {{date}}.'],
    ['demo-slots', '{{#each slots}}{{number}}. {{time}}{{/each}}'],
    ['demo-access', '{{demo.link}} {{demo.login}} {{code}}'],
    ['demo-follow-up', '{{#if demo.login}}{{demo.login}}{{/if}} {{demo.link}}'],
    ['slot-booked', '{{slot}}, {{demo.link}}'],
    ['opening', '{{#if consent.source}}{{consent.source}}{{/if}}{{#if contact.interests}}{{contact.interests}}{{/if}}'],
    ['frame', '{{body}}'],
  ])('may write in %s: %s', (template, source) => {
    expect(problemsOf(template, source)).toEqual([]);
  });

  it.each<[string, TemplateName, string, string]>([
    [
      'a misspelled variable',
      'opening',
      'Hello!\n\n{{contact.nmae}}',
      '3: {{contact.nmae}} does not exist here; use one of:',
    ],
    [
      'another letter’s variable',
      'opening',
      'Until {{date}}.',
      '1: {{date}} does not exist here; use one of: contact.name,',
    ],
    ['a group of variables', 'opening', '{{contact}}', '1: {{contact}} does not exist here;'],
    ['an unknown variable in a condition', 'opening', '\n{{#if vip}}Sir{{/if}}', '2: {{vip}} does not exist here;'],
    [
      'a variable of the letter inside a list',
      'answer',
      '{{#each answers}}\n{{token}}{{/each}}',
      '2: {{token}} does not exist here; use one of: heading, text',
    ],
    [
      'an answer’s variable inside the list of slots',
      'demo-slots',
      '{{#each slots}}{{heading}}{{/each}}',
      '1: {{heading}} does not exist here; use one of: number, time',
    ],
    ['a code where none is given', 'demo-follow-up', '{{code}}', '1: {{code}} does not exist here;'],
    [
      'a variable that may be absent',
      'opening',
      'A\n{{contact.name}}',
      '2: {{contact.name}} may be absent; put it inside {{#if contact.name}}…{{/if}}.',
    ],
    [
      'one that is absent for certain',
      'opening',
      '{{#if contact.name}}A{{else}}{{contact.name}}{{/if}}',
      '1: {{contact.name}} may be absent;',
    ],
    [
      'one absent inside a list',
      'answer',
      '{{#each answers}}{{../contact.name}}{{/each}}',
      '1: {{contact.name}} may be absent;',
    ],
    ['a whole list', 'answer', '{{answers}}', '1: {{answers}} is a list; walk it with {{#each answers}}…{{/each}}.'],
    ['a walk over a text', 'opening', '{{#each token}}x{{/each}}', '1: {{token}} is no list; ask for it with {{#if}}.'],
    [
      'an unknown helper',
      'opening',
      '\n{{upper contact.name}}',
      "2: the helper 'upper' does not exist; use only {{#if}},",
    ],
    ['an unknown block helper', 'opening', '{{#loop token}}x{{/loop}}', "1: the helper 'loop' does not exist;"],
    [
      'a condition made by a helper',
      'opening',
      '{{#if (eq token 1)}}x{{/if}}',
      '1: {{#if}} takes the name of one variable;',
    ],
    ['a variable with something given to it', 'opening', '{{token x=1}}', "1: the helper 'token' does not exist;"],
    [
      'a list inside a list',
      'answer',
      '{{#each answers}}\n{{#each ../answers}}x{{/each}}{{/each}}',
      '2: a list is not',
    ],
    ['a name for what a block holds', 'answer', '{{#each answers as |one|}}x{{/each}}', '1: {{#…}} gives no names'],
    ['a name with a dot in it', 'opening', '{{[product.name]}}', '1: {{product.name}} does not exist here;'],
    ['a partial', 'opening', 'A\nB\n{{> footer}}', '3: partials and decorators do not exist here;'],
    ['a text in braces', 'opening', '{{"hello"}}', '1: a value in {{…}} says nothing;'],
    [
      'a block that is not closed',
      'opening',
      'A\n{{#if token}}\nB',
      '3: this is no valid Handlebars; correct the {{…}} here.',
    ],
    ['a block closed by another', 'opening', 'A\n{{#if token}}\nB{{/each}}', '2: this is no valid Handlebars;'],
    ['braces that are not closed', 'opening', 'A\nB {{token\n', '2: this is no valid Handlebars;'],
  ])('is told where it is: %s', (_problem, template, source, sentence) => {
    expect(problemsOf(template, source)).toEqual([expect.stringContaining(`letters/en/x.hbs:${sentence}`)]);
  });

  it('is told every problem of the template', () => {
    expect(problemsOf('opening', '{{a}}\n{{#if b}}{{c}}{{/if}}\n{{> d}}')).toHaveLength(3);
  });
});

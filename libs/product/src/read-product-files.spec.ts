import { aProductFolder, SETTINGS } from '../testing/product-folder.builder';
import { readProduct } from './read-product-files';

const CONSENT =
  'Subject: Kettles\n\n{{#if consent.source}}{{consent.source}}{{/if}} {{#if consent.ground}}{{consent.ground}}{{/if}}';
const SAYING_CONSENT = {
  'letters/ru/opening.hbs': CONSENT,
  'letters/ru/referral-opening.hbs': CONSENT,
  'letters/en/referral-opening.hbs': CONSENT,
};

describe('an operator who loads a product folder without problems', () => {
  it('gets the product with its settings, letters and knowledge', () => {
    expect(readProduct(aProductFolder())).toMatchObject({
      type: 'product',
      product: {
        id: 'kettles',
        settings: { name: { ru: 'Чайники' }, workingHours: { from: '09:00' }, stopConfirmed: false },
        templates: { en: { letters: { opening: { subject: 'About {{product.name}}' } } } },
        knowledge: [
          { id: 'knowledge/ru/kettles.md#1', language: 'ru', heading: 'Объём', text: 'Чайник вмещает два литра.' },
          { id: 'knowledge/en/kettles.md#1', language: 'en', heading: 'Volume', text: 'A kettle holds two litres.' },
        ],
      },
    });
  });

  it('gets a default for each setting that has one', () => {
    expect(readProduct(aProductFolder())).toMatchObject({
      product: {
        settings: {
          holidays: { country: '', closed: [] },
          followUps: 0,
          demo: {
            way: 'access',
            slot: { lengthMinutes: 30, bufferMinutes: 15, noticeHours: 4, withinDays: 14 },
          },
          stopCompany: false,
          approval: 'autopilot',
          followSubstitutes: false,
          answersPerHour: 10,
          requiredChecks: [],
          handOverBelow: 0.5,
          model: {
            name: '',
            answerWithinSeconds: { mail: 60, chat: 8 },
            queueLimit: 100,
            writes: { answers: true, openings: false },
          },
          caps: { accountPerDay: 100, domainPerDay: 5 },
          consent: { required: false, shown: false },
          operator: { address: '', language: 'ru' },
        },
      },
    });
  });

  it('may leave out what belongs to a trial when demos are given by slot', () => {
    const settings = SETTINGS.replace(/ {2}login.*\n {2}codes.*\n {2}followUp.*\n/, '  way: slot\n');
    expect(readProduct(aProductFolder({ 'product.yaml': settings }))).toMatchObject({
      product: { settings: { demo: { way: 'slot', login: '', codes: '' } } },
    });
  });

  it('gets the access codes of the file, which is never mailed', () => {
    const folder = aProductFolder({
      'product.yaml': SETTINGS.replace('steam-{random}', 'codes.txt'),
      'files/codes.txt': 'one\r\n two \n\nthree',
    });
    expect(readProduct(folder)).toMatchObject({
      codes: ['one', 'two', 'three'],
      product: { files: [{ name: 'kettles.pdf' }] },
      contents: new Map([['kettles.pdf', new TextEncoder().encode('%PDF-1.4')]]),
    });
  });

  it('gets no access codes when each is made for its contact', () => {
    expect(readProduct(aProductFolder())).toMatchObject({ codes: [] });
  });

  it('gets the files described, and their contents by name', () => {
    expect(readProduct(aProductFolder())).toMatchObject({
      product: { files: [{ name: 'kettles.pdf', contentType: 'application/pdf', size: 8 }] },
      contents: new Map([['kettles.pdf', new TextEncoder().encode('%PDF-1.4')]]),
    });
  });

  it('gets the same revision whatever order the files come in', () => {
    const reversed = new Map([...aProductFolder()].reverse());
    expect(revisionOf(reversed)).toBe(revisionOf(aProductFolder()));
  });

  it('gets another revision when one letter changes by a word', () => {
    const changed = aProductFolder({ 'letters/en/answer.hbs': 'Another answer.' });
    expect(revisionOf(changed)).not.toBe(revisionOf(aProductFolder()));
  });

  it('is not bothered about files that the file manager left behind', () => {
    expect(revisionOf(aProductFolder({ 'letters/.DS_Store': 'x' }))).toBe(revisionOf(aProductFolder()));
  });

  it('may have saved the files with Windows line ends', () => {
    const letter = 'Subject: Kettles\r\n\r\nGood kettles.\r\n';
    expect(readProduct(aProductFolder({ 'letters/en/opening.hbs': letter }))).toMatchObject({
      product: { templates: { en: { letters: { opening: { subject: 'Kettles', text: '\nGood kettles.\n' } } } } },
    });
  });
});

describe('an operator who loads a product folder with a problem is told the file, the line and what to do', () => {
  it.each<[string, Record<string, string | undefined>, string]>([
    ['no settings', { 'product.yaml': undefined }, 'product.yaml: this file is missing; add it.'],
    [
      'settings that are no YAML',
      { 'product.yaml': SETTINGS.replace("from: '09:00'", "from: '09:00") },
      "product.yaml:14: Missing closing 'quote; correct the YAML here.",
    ],
    [
      'a setting given twice',
      { 'product.yaml': `${SETTINGS}stopConfirmed: true\n` },
      'product.yaml:28: Map keys must be unique; correct the YAML here.',
    ],
    [
      'a country nobody knows the holidays of',
      { 'product.yaml': `${SETTINGS}holidays:\n  country: RUS\n` },
      'product.yaml:29: holidays.country is "RUS"; make it a country like RU, a part of one like DE-BY, or \'\'.',
    ],
    [
      'one of the closed days that is none',
      { 'product.yaml': `${SETTINGS}holidays:\n  closed:\n    - 2027-01-11\n    - 2027-02-31\n` },
      'product.yaml:31: holidays.closed holds "2027-02-31"; make it a day like 2027-01-11.',
    ],
    [
      'closed days that are no list',
      { 'product.yaml': `${SETTINGS}holidays:\n  closed: 2027-01-11\n` },
      'product.yaml:29: holidays.closed is "2027-01-11"; make it a list of days like 2027-01-11.',
    ],
    [
      'a group of settings that is one value',
      { 'product.yaml': `${SETTINGS}caps: 100\n` },
      'product.yaml:28: caps is 100; write caps.accountPerDay, caps.domainPerDay below it, each on its line.',
    ],
    [
      'a way to give a demo that there is not',
      { 'product.yaml': SETTINGS.replace('demo:', 'demo:\n  way: phone') },
      'product.yaml:19: demo.way is "phone"; make it access or slot.',
    ],
    [
      'codes that are neither a template nor a file',
      { 'product.yaml': SETTINGS.replace('steam-{random}', 'steam') },
      'product.yaml:21: demo.codes is "steam"; make it a text with {random} in it, or the name of a file in files/ with one code a line.',
    ],
    [
      'codes that would be mailed',
      { 'product.yaml': SETTINGS.replace('steam-{random}', 'kettles.pdf') },
      'product.yaml:21: demo.codes is "kettles.pdf"; make it a text with {random} in it, or the name of a file in files/ with one code a line.',
    ],
    [
      'a code given twice',
      {
        'product.yaml': SETTINGS.replace('steam-{random}', 'codes.txt'),
        'files/codes.txt': 'one\ntwo\n\n one \n',
      },
      'files/codes.txt:4: this code stands above already; remove it, for each goes to one contact.',
    ],
    [
      'a file of codes without any',
      { 'product.yaml': SETTINGS.replace('steam-{random}', 'codes.txt'), 'files/codes.txt': '\n' },
      'files/codes.txt: there is no code in it; write one a line.',
    ],
    [
      'a check that nobody makes',
      { 'product.yaml': `${SETTINGS}requiredChecks: [spf, dane]\n` },
      'product.yaml:28: requiredChecks holds "dane"; make it smtp or imap or idle or folders or clock or spf or dkim or dmarc.',
    ],
    [
      'fewer answers than one',
      { 'product.yaml': `${SETTINGS}answersPerHour: 0\n` },
      'product.yaml:28: answersPerHour is 0; make it a whole number of letters from 1 to 1000.',
    ],
    [
      'a certainty above one',
      { 'product.yaml': `${SETTINGS}handOverBelow: 75\n` },
      'product.yaml:28: handOverBelow is 75; make it a number from 0 to 1.',
    ],
    [
      'an operator whose address is none',
      { 'product.yaml': `${SETTINGS}operator:\n  address: Olga\n` },
      'product.yaml:29: operator.address is "Olga"; make it an e-mail address in lower case, or \'\' for nobody.',
    ],
    [
      'a first letter that hides what the product promises to show',
      {
        'product.yaml': `${SETTINGS}consent:\n  shown: true\n`,
        ...SAYING_CONSENT,
        'letters/en/opening.hbs': 'Subject: Kettles\n\n{{#if consent.source}}{{consent.source}}{{/if}}',
      },
      'letters/en/opening.hbs:1: consent.shown is true and this letter leaves out {{consent.ground}}; say it, inside {{#if consent.ground}}…{{/if}}.',
    ],
    [
      'a first letter without a place for what a model is to write',
      {
        'product.yaml': `${SETTINGS}model:\n  writes:\n    openings: true\n`,
        'letters/ru/opening.hbs': 'Subject: Kettles\n\n{{#if drafted}}{{drafted}}{{/if}}',
      },
      'letters/en/opening.hbs:1: model.writes.openings is true and this letter leaves out {{drafted}}; say it, inside {{#if drafted}}…{{else}}…{{/if}}.',
    ],
    [
      'a setting that is missing',
      { 'product.yaml': SETTINGS.replace('timeZone: Europe/Moscow\n', '') },
      'product.yaml:1: timeZone is missing; make it an IANA time zone like Europe/Moscow.',
    ],
    [
      'a nested setting that is missing',
      { 'product.yaml': SETTINGS.replace('  login: guest\n', '') },
      'product.yaml:18: demo.login is missing; make it a text.',
    ],
    [
      'a time zone that does not exist',
      { 'product.yaml': SETTINGS.replace('Europe/Moscow', 'Europe/Moskva') },
      'product.yaml:12: timeZone is "Europe/Moskva"; make it an IANA time zone like Europe/Moscow.',
    ],
    [
      'a working day that ends before it begins',
      { 'product.yaml': SETTINGS.replace('18:00', '08:00') },
      'product.yaml:15: workingHours.to is "08:00"; make it a time like \'18:00\', later than workingHours.from.',
    ],
    [
      'a number of days that is none',
      { 'product.yaml': SETTINGS.replace('offerIgnoredAfterDays: 14', 'offerIgnoredAfterDays: soon') },
      'product.yaml:16: offerIgnoredAfterDays is "soon"; make it a whole number of days from 1 to 365.',
    ],
    [
      'a switch that is neither on nor off',
      { 'product.yaml': SETTINGS.replace('stopConfirmed: false', 'stopConfirmed: maybe') },
      'product.yaml:26: stopConfirmed is "maybe"; make it true or false.',
    ],
    [
      'a demo link without https',
      { 'product.yaml': SETTINGS.replace('https://kettles', 'http://kettles') },
      'product.yaml:19: demo.link is "http://kettles.example/demo"; make it a link that begins with https://.',
    ],
    [
      'an id with a capital letter',
      { 'product.yaml': SETTINGS.replace('id: kettles', 'id: Kettles') },
      'product.yaml:1: id is "Kettles"; make it a name of a-z, 0-9 and single hyphens.',
    ],
    [
      'a setting nobody knows',
      { 'product.yaml': `${SETTINGS}colour: red\n` },
      "product.yaml:28: the setting 'colour' does not exist; remove it or correct its name.",
    ],
    [
      'a presentation that is not there',
      { 'product.yaml': SETTINGS.replace('en: kettles.pdf', 'en: kettle.pdf') },
      'product.yaml:25: presentation.en is "kettle.pdf"; make it the name of a file that stands in files/.',
    ],
    [
      'a letter that is missing',
      { 'letters/en/answer.hbs': undefined },
      'letters/en/answer.hbs: this file is missing; add it.',
    ],
    [
      'a letter with a misspelled name',
      { 'letters/en/remainder.hbs': 'Hello again.' },
      'letters/en/remainder.hbs: nothing reads this file; correct its name or remove it.',
    ],
    [
      'a letter without text',
      { 'letters/en/answer.hbs': ' \n' },
      'letters/en/answer.hbs:1: the letter has no text; write it here.',
    ],
    [
      'an opening without a subject',
      { 'letters/ru/opening.hbs': 'Мы делаем чайники.' },
      "letters/ru/opening.hbs:1: this letter opens a thread; begin the file with 'Subject: …' and a blank line.",
    ],
    [
      'an opening whose subject says nothing',
      { 'letters/ru/opening.hbs': 'Subject:\n\nМы делаем чайники.' },
      "letters/ru/opening.hbs:1: the subject is empty; write it after 'Subject:'.",
    ],
    [
      'a subject that runs into the text',
      { 'letters/ru/reminder.hbs': 'Subject: Чайники\nМы делаем чайники.' },
      'letters/ru/reminder.hbs:2: the subject ends with its line; leave this line blank.',
    ],
    [
      'an answer with a subject',
      { 'letters/ru/answer.hbs': 'Subject: Чайники\n\nМы делаем чайники.' },
      "letters/ru/answer.hbs:1: an answer keeps the subject of its thread; remove the 'Subject:' line.",
    ],
    [
      'a frame without a place for the letters',
      { 'letters/ru/frame.hbs': 'Здравствуйте!' },
      'letters/ru/frame.hbs:1: {{body}} is missing; put it where the letters go.',
    ],
    [
      'knowledge before the first heading',
      { 'knowledge/ru/kettles.md': 'Чайники.\n\n# Объём\n\nДва литра.' },
      'knowledge/ru/kettles.md:1: there is text before the first heading; put a heading above it.',
    ],
    [
      'a heading with nothing under it',
      { 'knowledge/en/kettles.md': '# Volume\n\nTwo litres.\n\n# Colour\n' },
      "knowledge/en/kettles.md:5: nothing stands under 'Colour'; write it or remove the heading.",
    ],
    [
      'no knowledge in a language',
      { 'knowledge/en/kettles.md': undefined },
      'knowledge/en/: nothing is known in this language; add a .md file with headings.',
    ],
    [
      'a file of a kind nobody can open',
      { 'files/kettles.exe': 'MZ' },
      'files/kettles.exe: this kind of file is not sent; use pdf, pptx, docx, xlsx, png, jpg.',
    ],
    ['an empty file', { 'files/price.pdf': '' }, 'files/price.pdf: this file is empty; save it again.'],
    [
      'a file in a folder of its own',
      { 'files/old/price.pdf': '%PDF-1.4' },
      'files/old/price.pdf: this file stands in a folder of its own; move it directly into files/.',
    ],
  ])('%s', (_problem, changes, sentence) => {
    expect(readProduct(aProductFolder(changes))).toEqual({ type: 'problems', problems: [sentence] });
  });

  it('a text that is not UTF-8', () => {
    const folder = aProductFolder().set('letters/ru/answer.hbs', Uint8Array.of(0xcf, 0xf0, 0xe8));
    expect(readProduct(folder)).toEqual({
      type: 'problems',
      problems: ['letters/ru/answer.hbs: this is not UTF-8 text; save the file in UTF-8.'],
    });
  });

  it('all problems at once', () => {
    const folder = aProductFolder({
      'product.yaml': SETTINGS.replace('Europe/Moscow', 'Moscow time').replace('14', 'two weeks'),
      'letters/ru/opening.hbs': 'Мы делаем {{goods}}.',
      'letters/en/answer.hbs': '{{> footer}}',
      'knowledge/en/kettles.md': '# Volume',
      'files/price.exe': 'MZ',
      'notes.txt': 'x',
    });
    expect(readProduct(folder)).toEqual({
      type: 'problems',
      problems: [
        expect.stringMatching(/^product\.yaml:12: timeZone/),
        expect.stringMatching(/^product\.yaml:16: offerIgnoredAfterDays/),
        expect.stringMatching(/^letters\/ru\/opening\.hbs:1: this letter opens a thread/),
        expect.stringMatching(/^letters\/ru\/opening\.hbs:1: \{\{goods\}\} does not exist/),
        expect.stringMatching(/^letters\/en\/answer\.hbs:1: partials/),
        expect.stringMatching(/^knowledge\/en\/kettles\.md:1: nothing stands under 'Volume'/),
        expect.stringMatching(/^files\/price\.exe: /),
        expect.stringMatching(/^notes\.txt: /),
      ],
    });
  });
});

function revisionOf(folder: ReadonlyMap<string, Uint8Array>): string {
  const read = readProduct(folder);
  return read.type === 'product' ? read.product.revision : read.problems.join('\n');
}

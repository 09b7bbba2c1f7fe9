import type { Product, ProductSettings } from '@app/product/product';
import { otzyvy } from '../../../../libs/product/testing/otzyvy';
import { readScript } from './read-script';
import { simulate } from './simulation';
import type { Transcript } from './transcript';

const ACCESS: ProductSettings['demo'] = { ...otzyvy().settings.demo, way: 'access', codes: 'codes.txt' };
const SLOT: ProductSettings['demo'] = { ...otzyvy().settings.demo, way: 'slot' };

function play(
  steps: readonly string[],
  settings: Partial<ProductSettings> = {},
  head: readonly string[] = [],
): Transcript {
  const product: Product = { ...otzyvy(), settings: { ...otzyvy().settings, ...settings } };
  const contact = 'contact: {name: Анна, company: Дом, email: anna@dom.example}';
  const yaml = [
    'start: 2026-11-23T10:00',
    ...(head.length > 0 ? head : [contact]),
    'steps:',
    ...steps.map((step) => `  - ${step}`),
  ];
  return simulate(readScript(yaml.join('\n'), product.settings.timeZone), product, ['CODE-1']);
}

/** When each letter left, in UTC, and how it ended. */
function letters({ entries }: Transcript): string[] {
  return entries.flatMap((entry) => {
    if (entry.type !== 'turn' || entry.turn.event.type !== 'deliverySettled') return [];
    const { event, at } = entry.turn;
    return [`${at.toISOString().slice(0, 16)} ${event.letters.join('+')} ${event.settlement.outcome}`];
  });
}

describe('a simulated conversation', () => {
  it('begins with the opening, and silence ends it at its own moment', () => {
    const played = play(['wait: 60 days'], { offerIgnoredAfterDays: 14, followUps: 0 });
    expect(letters(played)).toEqual(['2026-11-23T07:00 opening sent']);
    expect(played.entries.at(-1)).toMatchObject({
      turn: { at: new Date('2026-12-07T07:00:00Z'), stage: 'offer-ignored' },
    });
    expect(played).toMatchObject({ stage: 'offer-ignored', due: null, at: new Date('2027-01-22T07:00:00Z') });
  });

  it('keeps what we write first back until somebody is at work, and answers at any hour', () => {
    const settings = { workingHours: { from: '12:00', to: '18:00' } };
    const played = play(['until: 2026-11-23T23:30', 'contact: Пришлите презентацию'], settings);
    expect(letters(played)).toEqual(['2026-11-23T09:00 opening sent', '2026-11-23T20:30 presentation sent']);
  });

  it('answers what came at once with one letter', () => {
    const played = play(['contact: [Пришлите презентацию., "Сколько это стоит?"]']);
    expect(letters(played)).toEqual(['2026-11-23T07:00 opening sent', '2026-11-23T07:00 presentation+answer sent']);
  });

  it('hands each letter over as the script wants it to end', () => {
    expect(play(['settle: no-such-address']).stage).toBe('unreachable');
    expect(play(['settle: rejected'])).toMatchObject({ stage: 'handed-over', handedOverBecause: expect.any(String) });
    expect(letters(play(['contact: Пришлите презентацию', 'settle: uncertain']))).toEqual([
      '2026-11-23T07:00 opening sent',
      '2026-11-23T07:00 presentation uncertain',
      '2026-11-23T07:00 presentation sent',
    ]);
  });

  it('gives the demo by the product: the access code of the pool, or a time nobody else has', () => {
    const access = play(['contact: Покажите демо', 'contact: Покажите демо ещё раз'], { demo: ACCESS });
    const texts = access.entries.flatMap((entry) =>
      entry.type === 'said' && entry.by === 'agent' ? [entry.text] : [],
    );
    expect(texts.filter((text) => text.includes('CODE-1'))).toHaveLength(2);

    const slot = play(['contact: Покажите демо', 'contact: Давайте второй вариант'], { demo: SLOT });
    expect(letters(slot)).toEqual([
      '2026-11-23T07:00 opening sent',
      '2026-11-23T07:00 demo-slots sent',
      '2026-11-23T07:00 slot-booked sent',
    ]);
    expect(
      slot.entries.find((entry) => entry.type === 'said' && entry.attachments.some((name) => name.endsWith('.ics'))),
    ).toBeDefined();
  });

  it('moves a booked demo, and calls it off', () => {
    const played = play(
      ['contact: Покажите демо', 'contact: Давайте второй вариант', 'contact: Не смогу прийти на демо, отмените его'],
      { demo: SLOT },
    );
    expect(letters(played).at(-1)).toBe('2026-11-23T07:00 slot-cancelled sent');
  });

  it('lets drafts wait for the operator where the product says so', () => {
    const settings = { approval: 'approve' } as const;
    expect(letters(play(['wait: 3 days'], settings))).toEqual([]);
    expect(letters(play(['operator: approve'], settings))).toEqual(['2026-11-23T07:00 opening sent']);
    const edited = play(['operator: approve "Своими словами."'], settings);
    expect(edited.entries).toContainEqual(expect.objectContaining({ type: 'said', text: 'Своими словами.' }));
    expect(play(['operator: reject "слишком длинно"'], settings).stage).toBe('handed-over');
  });

  it('sends nothing after a stop until it is lifted', () => {
    const settings = { stopConfirmed: false };
    const stopped = play(['contact: Больше не пишите мне', 'wait: 90 days'], settings);
    expect(letters(stopped)).toEqual(['2026-11-23T07:00 opening sent']);
    const resumed = play(
      ['contact: Больше не пишите мне', 'operator: resume "сама позвонила"', 'operator: reply "Да?"'],
      settings,
    );
    expect(letters(resumed).at(-1)).toBe('2026-11-23T07:00 operator-reply sent');
  });

  it('asks a stopped contact who wants something whether to write again, and does so when told yes', () => {
    const steps = ['contact: Больше не пишите мне', 'contact: Пришлите всё-таки презентацию', 'contact: Да'];
    expect(letters(play(steps, { stopConfirmed: false }))).toEqual([
      '2026-11-23T07:00 opening sent',
      '2026-11-23T07:00 ask-to-resume sent',
      '2026-11-23T07:00 presentation sent',
    ]);
  });

  it('leaves a contact who is away alone until the day after the return, and names the substitute', () => {
    const away = 'away: {back: 2027-02-01, instead: zoya@dom.example}';
    const played = play(['contact: Напишите мне через месяц', away, 'wait: 90 days']);
    expect(letters(played).at(-1)).toBe('2027-02-02T06:00 reminder sent');
    const told = JSON.stringify(played.entries.filter((entry) => entry.type === 'turn'));
    expect(told).toContain('the contact is away and names zoya@dom.example to write to meanwhile');
    expect(JSON.stringify(play([away], { followSubstitutes: true }).entries)).toContain(
      '"type":"openConversation","address":"zoya@dom.example"',
    );
  });

  it('gives the time of a demo back when the calendar declines it', () => {
    const booked = ['contact: Покажите демо', 'contact: Давайте второй вариант'];
    expect(play([...booked, 'calendar: accepted'], { demo: SLOT }).stage).toBe('in-demo');
    expect(play([...booked, 'calendar: declined'], { demo: SLOT }).stage).toBe('awaiting-reply');
  });

  it('sends nothing once the contact unsubscribes, or letters come back for good', () => {
    const after = ['wait: 90 days'];
    for (const steps of [['press: unsubscribe'], ['machine: bounce_hard'], Array(3).fill('machine: bounce_soft')]) {
      expect(letters(play([...steps, ...after], { followUps: 2 }))).toEqual(['2026-11-23T07:00 opening sent']);
    }
    expect(play(['press: unsubscribe']).stage).toBe('stopped');
    expect(play(['machine: bounce_hard']).stage).toBe('unreachable');
  });

  it('waits for Start in Telegram before it writes', () => {
    const head = ['contact: {name: Анна, company: Дом, telegram: "@anna_buyer"}'];
    expect(play(['wait: 1 day'], {}, head)).toMatchObject({ stage: 'awaiting-start', due: null });
    expect(letters(play(['telegram: start'], {}, head))).toEqual(['2026-11-23T07:00 opening sent']);
  });

  it('names who pointed us to the contact', () => {
    const head = ['contact: {name: Анна, email: anna@dom.example, referrer: {name: Олег, company: Дом}}'];
    const played = play(['wait: 1 hour'], {}, head);
    expect(letters(played)).toEqual(['2026-11-23T07:00 referral-opening sent']);
    expect(played.entries).toContainEqual(expect.objectContaining({ text: expect.stringContaining('Олег') }));
  });

  it('is told in which line of the script a step has no sense', () => {
    expect(() => play(['wait: 1 day', 'settle: rejected'])).toThrow(/^Line 5: no letter leaves after this;/);
    expect(() => play(['operator: approve'])).toThrow(/^Line 4: there is no draft at this moment;/);
    expect(() => play(['calendar: declined'])).toThrow(/^Line 4: no demo is booked at this moment;/);
    expect(() => play(['operator: reply'])).toThrow(/^Line 4: "reply" needs words,/);
    expect(() => play(['until: 2026-11-01'])).toThrow(/^Line 4: this moment is past by then;/);
  });
});

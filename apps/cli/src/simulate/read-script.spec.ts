import { readScript } from './read-script';

const MOSCOW = 'Europe/Moscow';
const HEAD = ['start: 2026-11-23T10:00', 'contact: {name: Anna, company: Dom, email: Anna@Dom.example, language: en}'];

function script(...steps: readonly string[]): string {
  return [...HEAD, 'steps:', ...steps.map((step) => `  - ${step}`)].join('\n');
}

describe('a script of a conversation', () => {
  it('says who the contact is, and begins at a moment of the product', () => {
    const { start, contact } = readScript(script('contact: Hello'), MOSCOW);
    expect(start).toEqual(new Date('2026-11-23T07:00:00Z'));
    expect(contact).toMatchObject({ name: 'Anna', address: 'anna@dom.example', language: 'en', referrer: null });
  });

  it('is a list of what happens, each with the line it stands in', () => {
    const { steps } = readScript(
      script('contact: Send the deck', 'settle: rejected', 'operator: reply "Here it is."', 'machine: auto_reply'),
      MOSCOW,
    );
    expect(steps).toEqual([
      { line: 4, type: 'contact', texts: ['Send the deck'], senderKnown: true },
      { line: 5, type: 'settle', outcome: 'rejected' },
      { line: 6, type: 'operator', word: 'reply', words: 'Here it is.' },
      { line: 7, type: 'machine', kind: 'auto_reply' },
    ]);
  });

  it('says what a machine tells for the contact', () => {
    const { steps } = readScript(
      script(
        'away: {back: 2026-12-04, instead: Zoya@Dom.example}',
        'away: {}',
        'calendar: declined',
        'press: unsubscribe',
      ),
      MOSCOW,
    );
    expect(steps).toEqual([
      { line: 4, type: 'away', back: '2026-12-04', instead: ['zoya@dom.example'] },
      { line: 5, type: 'away', back: null, instead: [] },
      { line: 6, type: 'calendar', answer: 'declined' },
      { line: 7, type: 'unsubscribe' },
    ]);
  });

  it('takes several texts as a burst, and a stranger by that name', () => {
    expect(readScript(script('contact: [One, Two]', 'stranger: Stop'), MOSCOW).steps).toMatchObject([
      { texts: ['One', 'Two'], senderKnown: true },
      { texts: ['Stop'], senderKnown: false },
    ]);
  });

  it.each([
    ['wait: 3 days', '2026-11-26T07:00:00Z'],
    ['wait: 90 minutes', '2026-11-23T08:30:00Z'],
    ['until: 2026-12-01', '2026-11-30T21:00:00Z'],
    ['until: 2026-12-01 09:30', '2026-12-01T06:30:00Z'],
  ])('lets time pass: %s', (line, moment) => {
    const { start, steps } = readScript(script(line), MOSCOW);
    expect(steps.map((step) => step.type === 'wait' && step.until(start))).toEqual([new Date(moment)]);
  });

  it.each([
    [script('contct: Hello'), 'Line 4: "contct" is not known here; use contact, stranger, '],
    [script('contact: Hello', 'wait: long'), 'Line 5: "long" is no length of time; write it like 3 days'],
    [script('away: {back: 2026-02-31}'), 'Line 4: back must be a day like 2026-12-01, not "2026-02-31".'],
    [script('calendar: maybe'), 'Line 4: calendar must be accepted, declined or tentative, not "maybe".'],
    [script('until: 2026-02-31'), 'Line 4: "2026-02-31" is no moment;'],
    [script('contact:'), 'Line 4: some text is needed here;'],
    [script('Hello'), 'Line 4: a name and a colon are needed here, such as contact,'],
    [script('settle: lost'), 'Line 4: settle must be sent, rejected, no-such-address or uncertain, not "lost".'],
    [script('operator: sing'), 'Line 4: operator must be reply, wrote,'],
    [script('{contact: Hello, wait: 1 day}'), 'Line 4: one step is one name;'],
    [HEAD.join('\n'), 'Line 1: "steps" is missing; add it.'],
    ['start: 2026-11-23\ncontact: {name: Anna}\nsteps: []', 'Line 2: "email" is missing; add it.'],
    ['start: 2026-11-23\ncontact: {email: anna}\nsteps: []', 'Line 2: "anna" is not an e-mail address;'],
    ['start: [', 'Line 1: this is not YAML'],
    ['', 'Line 1: a name and a colon are needed here, such as start, contact, steps.'],
  ])('is refused in one sentence that names the line: %s', (yaml, sentence) => {
    const reading = (): unknown => readScript(yaml, MOSCOW);
    expect(reading).toThrow(sentence);
    expect(reading).toThrow(/^[^\n]+\.$/);
  });
});

import { aConversation, contactWrote, given, messageUnderstood, NOW, timerFired, under } from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const CANCEL_TIMERS = { type: 'cancelTimers' } as const;
const DEFAULT_DAY = new Date('2026-12-23T07:00:00Z');
const reading = aConversation({ stage: 'understanding' });
const postpone = (until: Date) => messageUnderstood({ intents: [{ type: 'postpone', until }] });
const agreedOn = (date: Date) =>
  ({ type: 'sendMessage', letters: ['postpone-agreed'], answers: 'message-1', date }) as const;

describe('a contact who asks us to come back', () => {
  it('is told the day, and reminded when work begins on it', () => {
    const day = new Date('2026-12-01T07:00:00Z');
    given(reading)
      .when(postpone(new Date('2026-11-30T21:00:00Z')))
      .then({
        stage: 'postponed',
        effects: [CANCEL_TIMERS, agreedOn(day), { type: 'scheduleTimer', timer: 'reminder', dueAt: day }],
        memory: { remindAt: day },
      });
  });

  it('on a holiday is reminded on the next working day', () => {
    const rules = { holidays: ['2027-01-01', '2027-01-04'] };
    given(reading)
      .when(under(rules, postpone(new Date('2026-12-31T21:00:00Z'))))
      .then({ memory: { remindAt: new Date('2027-01-05T07:00:00Z') } });
  });

  it('is reminded in the morning where the contact is', () => {
    given(reading)
      .when(under({ timeZone: 'America/New_York' }, postpone(new Date('2026-12-01T05:00:00Z'))))
      .then({ memory: { remindAt: new Date('2026-12-01T15:00:00Z') } });
  });

  it.each([
    ['names no day', messageUnderstood({ intents: [{ type: 'postpone' }] })],
    ['names yesterday', postpone(new Date('2026-11-21T21:00:00Z'))],
    ['names a day long ago', postpone(new Date('1970-01-01T00:00:00Z'))],
    ['names the year 2099', postpone(new Date('2099-01-01T00:00:00Z'))],
    ['names a day more than a year ahead', postpone(daysAfter(NOW, 367))],
    ['names a day that is none', postpone(new Date(NaN))],
  ])('and %s is told the default day', (_, event) => {
    given(reading)
      .when(event)
      .then({ stage: 'postponed', memory: { remindAt: DEFAULT_DAY } });
  });

  it('on a day just within a year is reminded then', () => {
    given(reading)
      .when(postpone(daysAfter(NOW, 364)))
      .then({ memory: { remindAt: new Date('2027-11-22T07:00:00Z') } });
  });

  it('and wants the deck gets both in one mail', () => {
    given(reading)
      .when(messageUnderstood({ intents: [{ type: 'presentation' }, { type: 'postpone' }] }))
      .then({
        stage: 'postponed',
        effects: [
          CANCEL_TIMERS,
          {
            type: 'sendMessage',
            letters: ['presentation', 'postpone-agreed'],
            answers: 'message-1',
            date: DEFAULT_DAY,
          },
          { type: 'scheduleTimer', timer: 'reminder', dueAt: DEFAULT_DAY },
        ],
      });
  });

  it('and asks what only a person knows is promised no day', () => {
    given(reading)
      .when(messageUnderstood({ intents: [{ type: 'question' }, { type: 'postpone' }] }))
      .then({ stage: 'handed-over', memory: { remindAt: null, awaited: null } });
  });

  it('hears nothing until the day, and then one reminder', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(timerFired('reminder'))
      .then({ stage: 'awaiting-reply', effects: [{ type: 'sendMessage', letters: ['reminder'] }] });
    given(aConversation({ stage: 'postponed' }))
      .when(timerFired('reminder'), timerFired('reminder'))
      .then({ ignored: 'timerFired means nothing in awaiting-reply' });
  });

  it('and writes before it is understood, and not reminded', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'presentation' }] }))
      .then({
        stage: 'answering',
        effects: [CANCEL_TIMERS, { type: 'sendMessage', letters: ['presentation'], answers: 'message-1' }],
        memory: { remindAt: null },
      });
  });

  it('and writes when the reminder waits to leave gets the answer, not the reminder', () => {
    given(aConversation({ stage: 'postponed', memory: { wants: [] } }))
      .when(
        timerFired('reminder'),
        contactWrote({ answerReplaceable: true }),
        messageUnderstood({ intents: [{ type: 'acknowledged' }] }),
      )
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it('and agrees to the day stays postponed, with the reminder in place', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'postponed' } }))
      .when(messageUnderstood({ intents: [{ type: 'acknowledged' }] }))
      .then({ stage: 'postponed', effects: [] });
  });

  it('is not reminded when the reminder comes due while a message is being read', () => {
    given(aConversation({ stage: 'understanding', memory: { cameFrom: 'postponed' } }))
      .when(timerFired('reminder'), messageUnderstood({ intents: [{ type: 'acknowledged' }] }))
      .then({ stage: 'awaiting-reply', effects: [CANCEL_TIMERS, SILENCE] });
  });
});

import {
  aConversation,
  awaiting,
  contactWrote,
  given,
  messageUnderstood,
  NOW,
  redirectTo,
  told,
  under,
} from './testing/builders';
import { daysAfter } from './working-time';

const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const CANCEL_TIMERS = { type: 'cancelTimers' } as const;
const THANKS = { type: 'sendMessage', letters: ['redirect-thanks'], answers: 'message-1' } as const;
const open = (address: string) => ({ type: 'openConversation', address }) as const;
const reading = aConversation({ stage: 'understanding' });

describe('a contact who points to a colleague', () => {
  it('is thanked and left alone, and the colleague is written to', () => {
    given(reading)
      .when(messageUnderstood(redirectTo({ address: 'petr@example.com', standing: 'new' })))
      .then({ stage: 'redirected', effects: [CANCEL_TIMERS, open('petr@example.com'), THANKS] });
  });

  it('in Telegram is thanked just the same, and the operator sees to the Start', () => {
    given(reading)
      .when(messageUnderstood(redirectTo({ address: '@petr_buyer', standing: 'new' })))
      .then({ stage: 'redirected', effects: [CANCEL_TIMERS, open('@petr_buyer'), THANKS] });
  });

  it('in Telegram gets an invitation to pass on where there is a bot: only the colleague can press Start', () => {
    const invites = ['@petr_buyer'];
    const invitation = {
      type: 'sendMessage',
      letters: ['redirect-invitation'],
      answers: 'message-1',
      invites,
    } as const;
    given(reading)
      .when(under({ telegram: true }, messageUnderstood(redirectTo({ address: '@petr_buyer', standing: 'new' }))))
      .then({ stage: 'redirected', effects: [CANCEL_TIMERS, open('@petr_buyer'), invitation] });
  });

  it('and to several has each of them written to, once', () => {
    given(reading)
      .when(
        messageUnderstood(
          redirectTo(
            { address: 'petr@example.com', standing: 'new' },
            { address: 'olga@example.com', standing: 'new' },
            { address: 'petr@example.com', standing: 'new' },
          ),
        ),
      )
      .then({ effects: [CANCEL_TIMERS, open('petr@example.com'), open('olga@example.com'), THANKS] });
  });

  it('and to a crowd has none of it written to: a person looks at it', () => {
    const crowd = Array.from('abcdef', (name) => ({ address: `${name}@example.com`, standing: 'new' as const }));
    const because = 'the contact names 6 addresses at once, and the agent writes to 5 at most';
    given(reading)
      .when(messageUnderstood(redirectTo(...crowd)))
      .then({ stage: 'handed-over', effects: [CANCEL_TIMERS, told('handed-over', because)] });
  });

  it('and to some we may not write to: the operator sees which, and why', () => {
    given(reading)
      .when(
        messageUnderstood(
          redirectTo(
            { address: 'petr@example.com', standing: 'new' },
            { address: 'olga@example.com', standing: 'suppressed' },
            { address: 'noreply@example.com', standing: 'no-reply' },
          ),
        ),
      )
      .then({
        stage: 'redirected',
        effects: [
          CANCEL_TIMERS,
          open('petr@example.com'),
          told('not-written-to', 'not written to: olga@example.com (suppressed), noreply@example.com (no-reply)'),
          THANKS,
        ],
      });
  });

  it.each(['suppressed', 'in-conversation', 'own', 'no-reply'] as const)(
    'we may not write to (%s) is given to a person, who is told once',
    (standing) => {
      const because = `the colleague cannot be written to: petr@example.com (${standing})`;
      given(reading)
        .when(messageUnderstood(redirectTo({ address: 'petr@example.com', standing })))
        .then({ stage: 'handed-over', effects: [CANCEL_TIMERS, told('handed-over', because)] });
    },
  );

  it('and wants the deck gets it with the thanks, in one mail', () => {
    const { intents, colleagues } = redirectTo({ address: 'petr@example.com', standing: 'new' });
    given(reading)
      .when(messageUnderstood({ intents: [...intents, { type: 'presentation' }], colleagues }))
      .then({
        effects: [
          CANCEL_TIMERS,
          open('petr@example.com'),
          { type: 'sendMessage', letters: ['presentation', 'redirect-thanks'], answers: 'message-1' },
        ],
      });
  });

  it('and adds a word keeps the thanks: what says goodbye is not taken back', () => {
    given(aConversation({ stage: 'redirected', memory: awaiting('redirect-thanks') }))
      .when(contactWrote({ answerReplaceable: true }), messageUnderstood({ intents: [{ type: 'acknowledged' }] }))
      .then({ stage: 'redirected', effects: [] });
  });

  it('and comes back with a question is answered', () => {
    given(aConversation({ stage: 'redirected' }))
      .when(contactWrote(), messageUnderstood({ intents: [{ type: 'question' }], passages: ['a#1'] }))
      .then({ stage: 'answering' });
  });
});

describe('a contact who points to somebody without an address', () => {
  const redirect = messageUnderstood({ intents: [{ type: 'redirect', addresses: [] }] });

  it('is asked for it once', () => {
    given(reading)
      .when(redirect)
      .then({
        stage: 'awaiting-colleague',
        effects: [CANCEL_TIMERS, { type: 'sendMessage', letters: ['redirect-ask'], answers: 'message-1' }],
      });
    given(aConversation({ stage: 'understanding', memory: { askedForColleague: true } }))
      .when(redirect)
      .then({ stage: 'awaiting-colleague', effects: [CANCEL_TIMERS, SILENCE] });
  });

  it('is still asked when another message replaces the question before it leaves', () => {
    given(reading)
      .when(
        redirect,
        contactWrote({ messageId: 'message-2', answerReplaceable: true }),
        messageUnderstood({ messageId: 'message-2', intents: [{ type: 'acknowledged' }] }),
      )
      .then({
        stage: 'awaiting-colleague',
        effects: [CANCEL_TIMERS, { type: 'sendMessage', letters: ['redirect-ask'], answers: 'message-2' }],
      });
  });

  it('and names them in the next message has them written to', () => {
    given(reading)
      .when(
        redirect,
        contactWrote({ messageId: 'message-2' }),
        messageUnderstood({
          messageId: 'message-2',
          ...redirectTo({ address: 'petr@example.com', standing: 'new' }),
        }),
      )
      .then({ stage: 'redirected' });
  });
});

describe('a colleague named early in a burst', () => {
  it('is not written to when they have said stop before the burst was read', () => {
    given(aConversation({ stage: 'understanding', memory: { unread: ['message-1', 'message-2'] } }))
      .when(
        messageUnderstood(redirectTo({ address: 'petr@example.com', standing: 'new' })),
        messageUnderstood({
          messageId: 'message-2',
          intents: [{ type: 'acknowledged' }],
          colleagues: [{ address: 'petr@example.com', standing: 'suppressed' }],
        }),
      )
      .then({ stage: 'handed-over' });
  });
});

import {
  aConversation,
  awaiting,
  chatChanged,
  contactStarted,
  contactWrote,
  given,
  letterRetried,
  machineWrote,
  NOW,
  operatorReplied,
  operatorResumed,
  operatorStopped,
  settled,
  told,
} from './testing/builders';
import { daysAfter } from './working-time';

const WITHDRAWN = [{ type: 'cancelMessages' }, { type: 'cancelTimers' }] as const;
const SILENCE = { type: 'scheduleTimer', timer: 'silence', dueAt: daysAfter(NOW, 14) } as const;
const COUNTED = [{ type: 'cancelTimers' }, SILENCE] as const;
const GIVEN_UP = { type: 'giveUpAddress', address: null } as const;
const LIFT = { type: 'lift', of: 'bounce' } as const;
const READ = { type: 'understandMessage', messageId: 'message-1', senderKnown: true } as const;
const NO_SUCH_ADDRESS = { outcome: 'rejected', because: 'address' } as const;

const answering = aConversation({ stage: 'answering', memory: awaiting('answer') });
const inChat = aConversation({ stage: 'awaiting-reply', memory: { emailGivenUp: true } });
const nowhere = aConversation({ stage: 'unreachable', memory: { bounced: true } });

describe('a contact who blocks the bot', () => {
  it('and has no other channel is out of reach, and nothing is on its way to them', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(chatChanged('blocked'))
      .then({ stage: 'unreachable', effects: [...WITHDRAWN] });
  });

  it('and has an e-mail address is waited for as before', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(chatChanged('blocked', true))
      .then({ stage: 'postponed', effects: [] });
  });

  it('is reached again once they write', () => {
    given(aConversation({ stage: 'postponed' }))
      .when(chatChanged('blocked'), chatChanged('unblocked'), contactWrote({ channel: 'telegram' }))
      .then({ stage: 'understanding' });
  });
});

describe('a mail that came back for good from a contact who is in a chat', () => {
  const cameBack = machineWrote('bounce_hard', { elsewhere: true });

  it('is the last one to that address; in the chat all stays as it was, and the operator knows', () => {
    const because = 'letters come back by e-mail, from now on in Telegram';
    given(aConversation({ stage: 'postponed' }))
      .when(cameBack)
      .then({
        stage: 'postponed',
        effects: [GIVEN_UP, told('not-written-to', because)],
        memory: { emailGivenUp: true, bounced: false },
      });
  });

  it('counts once, however many come back', () => {
    given(inChat).when(cameBack).then({ stage: 'awaiting-reply', effects: [] });
  });

  it('counts as such the third time a mail comes back for now', () => {
    const softly = (messageId: string) => machineWrote('bounce_soft', { messageId, elsewhere: true });
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(softly('a'), softly('b'), softly('c'))
      .then({ stage: 'awaiting-reply', memory: { emailGivenUp: true, softBounces: [] } });
  });
});

describe('a mail that the server refuses for its address while the contact is in a chat', () => {
  it('is told to the operator, and the contact is waited for in the chat', () => {
    const because = 'no longer reached by e-mail, from now on in Telegram; this did not arrive: answer';
    given(answering)
      .when(settled(NO_SUCH_ADDRESS, { elsewhere: true }))
      .then({
        stage: 'awaiting-reply',
        effects: [GIVEN_UP, told('not-written-to', because), ...COUNTED],
        memory: { emailGivenUp: true, awaited: null },
      });
  });

  it('is withheld when it was on its way already, and nobody is stopped for that', () => {
    const because = 'no longer reached by e-mail, from now on in Telegram; this did not arrive: answer';
    given(inChat)
      .when(settled({ outcome: 'withheld' }, { elsewhere: true }))
      .then({ stage: 'awaiting-reply', effects: [told('not-written-to', because)] });
  });

  it('is not handed over again, neither by itself nor by the operator', () => {
    given(inChat)
      .when(settled({ outcome: 'uncertain', repeated: false }))
      .then({ stage: 'handed-over' });
    given(inChat).when(letterRetried('answer')).then({ ignored: 'letterRetried means nothing in awaiting-reply' });
  });
});

describe('a contact whose mails come back, and who is in a chat', () => {
  it('is written to by the operator too', () => {
    given(inChat).when(operatorReplied('Hello')).then({ stage: 'awaiting-reply' });
  });

  it('is out of reach once the chat is closed as well', () => {
    for (const lost of [
      chatChanged('blocked', true),
      settled(NO_SUCH_ADDRESS, { channel: 'telegram', elsewhere: true }),
    ]) {
      given(inChat)
        .when(lost)
        .then({ stage: 'unreachable', memory: { bounced: true, emailGivenUp: false } });
    }
  });

  it('is written to by mail again once they write from there, and only then', () => {
    const reason = 'the contact wrote from this address';
    given(inChat)
      .when(contactWrote())
      .then({
        stage: 'understanding',
        effects: [{ ...LIFT, because: 'contact-wrote', reason }, READ],
        memory: { emailGivenUp: false },
      });
    given(inChat)
      .when(contactWrote({ channel: 'telegram' }))
      .then({ stage: 'understanding', effects: [READ], memory: { emailGivenUp: true } });
  });

  it('is written to by mail again when the operator knows better', () => {
    given(inChat)
      .when(operatorResumed('they called'))
      .then({
        stage: 'awaiting-reply',
        effects: [{ ...LIFT, because: 'operator-asked', reason: 'they called' }],
        memory: { emailGivenUp: false },
      });
  });

  it('is still written to in the chat after a stop that was lifted', () => {
    given(inChat)
      .when(operatorStopped(), operatorResumed('they called'))
      .then({ stage: 'awaiting-reply', memory: { emailGivenUp: true } });
  });

  it('is really stopped where the chat itself is suppressed', () => {
    given(inChat)
      .when(settled({ outcome: 'withheld' }, { channel: 'telegram', elsewhere: true }))
      .then({ stage: 'stopped' });
  });
});

describe('a contact who was out of reach by mail', () => {
  it('is reached in a chat once they press Start or write there, and mails still come back', () => {
    for (const heard of [contactStarted({ joins: true }), contactWrote({ channel: 'telegram' })]) {
      given(nowhere)
        .when(heard)
        .then({ memory: { bounced: false, emailGivenUp: true } });
    }
  });

  it('may be written to by the operator once they let the bot in again', () => {
    given(nowhere).when(operatorReplied('Hello')).then({ ignored: 'operatorReplied means nothing in unreachable' });
    given(nowhere).when(chatChanged('unblocked', true), operatorReplied('Hello')).then({ stage: 'awaiting-reply' });
  });
});

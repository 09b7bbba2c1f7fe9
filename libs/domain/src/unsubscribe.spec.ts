import { aConversation, aBookedSlot, aSlot, awaiting, contactUnsubscribed, given, under } from './testing/builders';
import { STAGES } from './stage';

const CANCELLED = [{ type: 'cancelMessages' }, { type: 'cancelTimers' }] as const;

function suppressed(company: boolean) {
  return { type: 'suppress', because: 'unsubscribed', messageId: 'message-1', company } as const;
}

describe('a contact who unsubscribes', () => {
  it.each(STAGES)('is never written to again, and no letter confirms it (%s)', (stage) => {
    given(aConversation({ stage, memory: awaiting('answer') }))
      .when(under({ stopConfirmed: true, redirectThanks: true }, contactUnsubscribed()))
      .then({ stage: 'stopped', effects: [suppressed(false), ...CANCELLED], memory: { awaited: null } });
  });

  it('stops the company where the product stops companies', () => {
    given(aConversation({ stage: 'awaiting-reply' }))
      .when(under({ stopCompany: true }, contactUnsubscribed()))
      .then({ stage: 'stopped', effects: [suppressed(true), ...CANCELLED] });
  });

  it('gives the slot of the demo back', () => {
    given(aConversation({ stage: 'in-demo', memory: { slot: aBookedSlot(aSlot('2026-11-26', '14:00')) } }))
      .when(contactUnsubscribed())
      .then({ effects: [suppressed(false), ...CANCELLED, { type: 'releaseSlot', uid: 'slot-1' }] });
  });

  it('is not taken at an earlier word that agreed to hear from us', () => {
    given(aConversation({ stage: 'stopped', memory: { askedToResume: true, ...awaiting('ask-to-resume') } }))
      .when(contactUnsubscribed())
      .then({ stage: 'stopped', memory: { askedToResume: false, awaited: null } });
  });
});

import type { ConversationEvent } from '@app/domain/event';
import { EMPTY_MEMORY } from '@app/domain/memory';
import type { ConversationDocument } from '@app/persistence/conversations/conversation.schema';
import { aLetter as aStoredLetter } from '@app/persistence/testing/documents';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Kept } from '../src/contact/history';

const NOW = new Date('2026-11-22T10:00:00Z');

/** What the stores hold of Anna, who has not answered yet. */
export function kept(change: Partial<Kept> = {}, conversation: Partial<ConversationDocument> = {}): Kept {
  return {
    contact: {
      _id: 'anna',
      productId: 'reviews',
      name: 'Anna',
      company: 'Dom',
      language: 'en',
      addresses: ['anna@dom.example'],
      telegram: null,
      companyDomain: 'dom.example',
      timeZone: null,
      interests: [],
      consent: { source: '', ground: '' },
      notes: [],
      accountId: 'sales',
      conversationId: 'c1',
      referredBy: null,
      stoppedAt: null,
      revision: 0,
      createdAt: NOW,
    },
    conversation: {
      _id: 'c1',
      contactId: 'anna',
      productId: 'reviews',
      channel: 'email',
      stage: 'awaiting-reply',
      memory: EMPTY_MEMORY,
      revision: 1,
      machineVersion: 1,
      token: 'abcdefghij',
      thread: { subject: '', last: '', references: [] },
      closed: false,
      opening: { eventId: 'opening', at: NOW, referredBy: null },
      createdAt: NOW,
      lease: null,
      epoch: 1,
      quarantined: null,
      ...conversation,
    },
    accessCode: null,
    timers: [
      {
        _id: 't1',
        conversationId: 'c1',
        timer: 'silence',
        dueAt: new Date('2026-12-06T10:00:00Z'),
        status: 'scheduled',
      },
    ],
    inbound: [],
    outbound: [],
    turns: [],
    ...change,
  };
}

export function anInbound(change: Partial<Kept['inbound'][number]> = {}): Kept['inbound'][number] {
  return {
    _id: 'email:sales:m1',
    channel: 'email',
    accountId: 'sales',
    externalId: 'm1',
    kind: 'human',
    facts: { type: 'none' },
    chat: null,
    from: 'anna@dom.example',
    fromName: 'Anna',
    to: ['sales@seller.example'],
    subject: 'Re: Reviews',
    text: '',
    quotedText: '',
    signature: '',
    messageId: '<m1@dom.example>',
    threadIds: [],
    tokens: [],
    attachments: [],
    sentAt: null,
    storedAt: NOW,
    order: 1,
    unreadable: null,
    state: 'filed',
    conversationId: 'c1',
    matchedBy: 'thread',
    senderKnown: true,
    ...change,
  };
}

export function aLetter(change: Partial<OutboxMessage> = {}): OutboxMessage {
  return aStoredLetter({
    _id: 'l1',
    to: 'anna@dom.example',
    toName: 'Anna',
    subject: 'Reviews',
    createdAt: NOW,
    text: '',
    status: 'settled',
    outcome: 'sent',
    ...change,
  });
}

export function aTurn(event: ConversationEvent, change: Partial<Turn> = {}): Turn {
  return {
    _id: event.id,
    conversationId: 'c1',
    contactId: 'anna',
    revision: 1,
    place: 0,
    machineVersion: 1,
    at: NOW,
    event,
    decision: 'moved',
    because: null,
    stage: 'awaiting-reply',
    effects: [],
    ...change,
  };
}

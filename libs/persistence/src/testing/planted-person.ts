import { EMPTY_MEMORY, type Memory } from '@app/domain/memory';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Database } from '../database';
import type { KeyRing } from '../keys/key-ring';
import { MessageStore } from '../messages/message.store';
import type { InboundMessage } from '../messages/message.schema';
import { aJob } from './a-job';
import { aCommit, aLetter, aMessageDocument } from './documents';
import { standingContact } from './standing-contact';
import { TurnStore } from '../turns/turn.store';

/** What every document about the planted person holds, in some case. */
export const MARKER = 'markerova';

export const ADDRESS = `${MARKER}@firm.example`;
const USER_NAME = `@${MARKER}_tg`;
const AT = new Date('2026-11-23T08:00:00.000Z');

/** The mail that asked to stop: its external id holds the sender's Message-ID, and so does all that is named after it. */
export const THE_MAIL = aMessageDocument({
  externalId: `<${MARKER}-1@firm.example> 0123`,
  from: ADDRESS,
  fromName: 'Ольга Markerova',
  messageId: `<${MARKER}-1@firm.example>`,
  text: `Не пишите мне. ${MARKER}`,
  attachments: [{ name: `${MARKER}.txt`, contentType: 'text/plain', size: 24, sha256: '5e'.repeat(32) }],
});

/** What its attachment holds. */
const CONTENTS = new Map([['5e'.repeat(32), Buffer.from(`С уважением, ${MARKER}`)]]);

/** Plants one person in every collection that can hold one, and into the documents of three others. */
export async function plantPerson(db: Database, keys: KeyRing): Promise<void> {
  await standingContact(db, keys, 'referrer', { conversation: { memory: naming() } });
  await plantThePerson(db, keys);
  await standingContact(db, keys, 'referred', {
    contact: { referredBy: 'person' },
    conversation: { opening: { eventId: 'opening:referred', at: AT, referredBy: 'person' } },
  });
  await standingContact(db, keys, 'colleague', { contact: { companyDomain: 'firm.example' } });
  await standingContact(db, keys, 'bystander', { contact: { name: 'Ольга Markerova' } });
  await Promise.all([plantMessages(db, keys), plantLetters(db), plantTurns(db), plantCommands(db), plantJobs(db)]);
}

async function plantThePerson(db: Database, keys: KeyRing): Promise<void> {
  const note = { at: AT, text: `Звонила ${MARKER}` };
  const { contact, conversation } = await standingContact(db, keys, 'person', {
    contact: {
      name: 'Ольга Markerova',
      addresses: [ADDRESS, USER_NAME],
      companyDomain: 'firm.example',
      interests: [`для ${MARKER}`],
      consent: { source: `визитка ${MARKER}`, ground: 'interest' },
      notes: [note],
      referredBy: 'referrer',
    },
    conversation: { memory: naming(), quarantined: `Fails for ${ADDRESS}` },
  });
  await standingContact(db, keys, 'of-another-product', { contact: { productId: 'another', addresses: [ADDRESS] } });
  const uid = `person:${THE_MAIL.externalId}`;
  const slot = { uid, sequence: 0, startsAt: AT, endsAt: AT, cells: [AT], at: AT };
  const stop = { because: 'contact-asked', messageId: THE_MAIL._id, at: AT, companyDomain: 'firm.example' } as const;
  const whose = { productId: 'otzyvy', contactId: 'person', conversationId: 'person' };
  await new TurnStore(db, keys).commit(
    aCommit(conversation, contact, {
      slots: [{ ...slot, ...whose }],
      accessCodes: ['CODE-1'],
      suppressions: [{ id: `${uid}:1`, ...stop, addresses: [ADDRESS] }],
      lifts: [
        {
          id: `${uid}:0`,
          of: 'stop',
          because: 'contact-agreed',
          reason: `Да, ${MARKER}`,
          at: AT,
          addresses: [ADDRESS, USER_NAME],
        },
      ],
      timers: [{ _id: `${uid}:2`, conversationId: 'person', timer: 'silence', dueAt: AT, status: 'fired' }],
    }),
  );
}

async function plantMessages(db: Database, keys: KeyRing): Promise<void> {
  const messages = new MessageStore(db, keys);
  const planted: Partial<InboundMessage>[] = [
    { ...THE_MAIL, state: 'filed', conversationId: 'person' },
    { from: 'mailer-daemon@mx.example', text: `550 <${ADDRESS}> unknown`, state: 'filed', conversationId: 'person' },
    { from: ADDRESS, text: MARKER, state: 'filed', conversationId: 'colleague' },
    { from: ADDRESS, text: MARKER, state: 'unmatched' },
    { from: 'mailer-daemon@mx.example', text: `550 <${ADDRESS}> unknown`, state: 'unmatched' },
    {
      from: 'referrer@example.com',
      text: `Пишите на ${ADDRESS} или t.me/${MARKER}_tg`,
      to: ['sales@seller.test', ADDRESS],
      state: 'filed',
      conversationId: 'referrer',
    },
    { from: 'colleague@example.com', raw: Buffer.from(`To: ${ADDRESS}`), state: 'filed', conversationId: 'colleague' },
  ];
  await Promise.all(
    planted.map((facts) => messages.store(aMessageDocument(facts), facts.attachments ? CONTENTS : undefined)),
  );
}

async function plantLetters(db: Database): Promise<void> {
  const said = { at: AT, outcome: 'rejected', code: 550, phase: 'rcpt', said: `5.1.1 <${ADDRESS}> unknown` } as const;
  const invitation = { name: 'demo.ics', method: 'REQUEST', content: `ATTENDEE:mailto:${ADDRESS}` } as const;
  const words = { text: `Ольга Markerova советует`, html: `<p>Ольга Markerova</p>`, subject: `От: Ольга Markerova` };
  const settled = { status: 'settled', outcome: 'sent', settledAt: AT } as const;
  await db.outbox.insertMany([
    aLetter({
      _id: `person:${THE_MAIL.externalId}:4`,
      contactId: 'person',
      conversationId: 'person',
      to: ADDRESS,
      toName: 'Ольга Markerova',
      ...settled,
      ...words,
      attempts: [said],
      invitations: [invitation],
      inReplyTo: THE_MAIL.messageId,
    }),
    aLetter({ contactId: 'person', conversationId: 'person', to: ADDRESS, ...words }),
    aLetter({ contactId: 'person', letters: ['operator-notice'], to: 'boss@seller.test', ...words }),
    aLetter({ _id: 'thanks', contactId: 'referrer', conversationId: 'referrer', ...settled, ...words }),
    aLetter({ _id: 'referral', contactId: 'referred', conversationId: 'referred', ...words, attempts: [said] }),
    aLetter({ _id: 'told', contactId: 'referrer', letters: ['operator-notice'], ...words, invitations: [invitation] }),
  ]);
}

async function plantTurns(db: Database): Promise<void> {
  const reading = { intents: [{ type: 'redirect', addresses: [ADDRESS] }], evidence: [`пишите ${ADDRESS}`] };
  const event = { type: 'messageUnderstood', reading, colleagues: [{ address: ADDRESS, standing: 'new' }] };
  const turn = (conversationId: string, id: string): object => ({
    _id: id,
    conversationId,
    contactId: conversationId,
    revision: 1,
    place: 0,
    machineVersion: 2,
    at: AT,
    event,
    decision: 'moved',
    because: `Ольга Markerova`,
    stage: 'redirected',
    effects: [
      { type: 'scheduleTimer', key: `${id}:2`, timer: 'silence', dueAt: AT },
      { type: 'openConversation', key: `${id}:3`, address: ADDRESS },
      { type: 'askModel', key: `${id}:6`, request: { kind: 'answer', letter: { drafted: [{ text: ADDRESS }] } } },
      { type: 'tellOperator', key: `${id}:5`, about: 'not-written-to', because: `${ADDRESS} is known` },
    ],
  });
  await db.driver
    .collection('turns')
    .insertMany([turn('person', `person:${THE_MAIL.externalId}`), turn('referrer', 'turn-of-referrer')]);
}

async function plantCommands(db: Database): Promise<void> {
  const command = (_id: string, body: object): object => ({
    _id,
    body,
    status: 'refused',
    because: `${ADDRESS} is a contact already.`,
    createdAt: AT,
  });
  await db.driver
    .collection('commands')
    .insertMany([
      command('added', { type: 'addContact', contact: { id: 'person', address: ADDRESS, name: 'Ольга Markerova' } }),
      command('added-again', { type: 'addContact', contact: { id: 'never', address: ADDRESS } }),
      command('noted', { type: 'noteContact', contactId: 'person', text: MARKER }),
      command('edited', { type: 'approveDraft', outboxId: `person:${THE_MAIL.externalId}:4`, text: MARKER }),
      command('suppressed', { type: 'suppressAddress', address: ADDRESS }),
      command('replied', { type: 'replyToContact', contactId: 'referrer', text: `Спасибо за ${ADDRESS}` }),
    ]);
}

/** What a model was asked about the person, and about the referrer, who had named the person. */
async function plantJobs(db: Database): Promise<void> {
  const told = `Пишите на ${ADDRESS}, это Ольга Markerova`;
  const words = { prompt: told, input: { text: told, earlier: [told] }, response: told, pendingAt: new Date() };
  const keys = [`person:${THE_MAIL.externalId}:6`, 'turn-of-referrer:6'];
  const jobs = keys.map((key) => ({ ...aJob({ _id: opaqueId(key) }), ...words }));
  await db.driver
    .collection<{ readonly _id: string }>('llm_jobs')
    .insertMany(jobs.map((job) => ({ ...job, status: 'completed' })));
}

function naming(): Memory {
  const colleagues = [{ address: ADDRESS, standing: 'new' }] as const;
  const intent = { type: 'redirect', addresses: [ADDRESS] } as const;
  return { ...EMPTY_MEMORY, wants: [{ messageId: 'm', intent, passages: [], colleagues }] };
}

import type { Document } from 'mongodb';
import { companyDomainOf } from '@app/domain/company-domain';
import type { Memory } from '@app/domain/memory';
import { SETTING_DEFAULTS } from '@app/product/setting-defaults';
import { COLLECTIONS } from '../collections';
import type { Database } from '../database';
import type { Migration } from './migration';
import { moveConversations } from './move-conversations';

/** What documents lacked before demo slots, approval, quiet hours, consent and the lifting of a stop. */
export const WHOLE_CONVERSATION: Migration = { name: '001-whole-conversation', run };

const MACHINE_VERSION = 2;

const NEW_IN_MEMORY = { askedToResume: false, followUps: 0, offered: [], slot: null };
const NEW_IN_CONTACT = { timeZone: null, interests: [], consent: { source: '', ground: '' }, notes: [] };
const NEW_IN_LETTER = { html: '', invitations: [], window: null, caps: null };

async function run(db: Database): Promise<void> {
  const { driver } = db;
  await driver
    .collection(COLLECTIONS.suppressions)
    .updateMany({ type: { $exists: false } }, { $set: { type: 'suppressed', reason: '' } });
  await driver.collection(COLLECTIONS.messages).updateMany({ to: { $exists: false } }, { $set: { to: [] } });
  await driver.collection(COLLECTIONS.commands).updateMany(
    { 'body.type': 'addContact', 'body.contact.consent': { $exists: false } },
    {
      $set: {
        'body.contact.timeZone': null,
        'body.contact.interests': [],
        'body.contact.consent': NEW_IN_CONTACT.consent,
      },
    },
  );
  await completeProducts(db);
  await completeContacts(db);
  await completeLetters(db);
  await moveConversations(db, MACHINE_VERSION, (page) =>
    Promise.resolve(page.map(({ memory }) => withNewFields(memory))),
  );
}

/** As far as defaults go: what a template or a pool of codes is to hold only the product's folder can tell. */
async function completeProducts(db: Database): Promise<void> {
  for (const [name, value] of [...SETTING_DEFAULTS, ['demo.codes', ''] as const]) {
    const setting = `settings.${name}`;
    await db.driver
      .collection(COLLECTIONS.products)
      .updateMany({ [setting]: { $exists: false } }, { $set: { [setting]: value } });
  }
}

async function completeContacts(db: Database): Promise<void> {
  const incomplete = db.contacts
    .find({ companyDomain: { $exists: false } }, { addresses: 1 })
    .lean()
    .cursor();
  for await (const { _id, addresses } of incomplete) {
    const companyDomain = companyDomainOf(addresses[0] ?? '');
    await db.contacts.updateOne(
      { _id, companyDomain: { $exists: false } },
      { $set: { ...NEW_IN_CONTACT, companyDomain } },
    );
  }
}

/** The server joins letters and conversations by itself. */
async function completeLetters(db: Database): Promise<void> {
  const ofConversation: Document = {
    from: COLLECTIONS.conversations,
    localField: 'conversationId',
    foreignField: '_id',
    as: 'conversation',
  };
  await db.driver
    .collection(COLLECTIONS.outbox)
    .aggregate([
      { $match: { productId: { $exists: false } } },
      { $lookup: ofConversation },
      {
        $project: {
          ...Object.fromEntries(Object.entries(NEW_IN_LETTER).map(([field, value]) => [field, { $literal: value }])),
          productId: { $ifNull: [{ $first: '$conversation.productId' }, ''] },
          leavesFrom: '$createdAt',
        },
      },
      { $merge: { into: COLLECTIONS.outbox, on: '_id', whenMatched: 'merge', whenNotMatched: 'discard' } },
    ])
    .toArray();
}

function withNewFields(memory: Memory): Memory {
  return { ...NEW_IN_MEMORY, ...memory };
}

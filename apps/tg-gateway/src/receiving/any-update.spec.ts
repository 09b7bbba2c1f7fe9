import fc from 'fast-check';
import { BSON } from 'mongodb';
import { anyUpdate } from '../testing/any-update';
import { readUpdate, type Incoming } from './read-update';
import { toInboundMessage } from './to-inbound-message';
import type { Update } from './update';

const ID = /^-?\d+$/;

/** As it comes over the wire. */
function read(update: object): Incoming {
  return readUpdate(JSON.parse(JSON.stringify({ ...update, update_id: 1 })) as Update, '7');
}

describe('an update, whatever stands in it,', () => {
  it('is something that can be stored, or left aside for a reason', () => {
    fc.assert(
      fc.property(anyUpdate, (update) => {
        const incoming = read(update);
        switch (incoming.type) {
          case 'said':
          case 'pressed':
            if (incoming.said !== null) expectStorable(incoming.said);
            return;
          case 'connection':
            expect(incoming.connection).toMatchObject({ _id: expect.any(String), ownerId: expect.stringMatching(ID) });
            return;
          case 'added-to-group':
            expect([incoming.chatId, typeof incoming.languageCode]).toEqual([expect.stringMatching(ID), 'string']);
            return;
          case 'ignored':
            expect(incoming.because).not.toBe('');
            return;
          default:
            incoming satisfies never;
        }
      }),
      { numRuns: 150 },
    );
  });
});

function expectStorable(said: Parameters<typeof toInboundMessage>[0]): void {
  const message = toInboundMessage(said, { botId: '7', attachments: [], storedAt: new Date(0) });
  expect(BSON.calculateObjectSize(message)).toBeLessThan(5_000_000);
  expect(message.chat).toMatchObject({ chatId: expect.stringMatching(ID), userId: expect.stringMatching(ID) });
  expect([typeof message.text, typeof message.fromName, typeof message.chat?.username]).toEqual(
    Array(3).fill('string'),
  );
  expect(message.text).not.toMatch(/undefined|\[object/);
}

import { aLetter, anInbound, kept } from '../../testing/history.builder';
import { erasureOf } from './erasure';
import { erasureInWords } from './erasure-in-words';

const BEFORE = kept({
  inbound: [anInbound({ messageId: '<in@dom.example>' })],
  outbound: [
    aLetter({ messageId: '<out@seller.example>' }),
    aLetter({ messageId: '<draft@seller.example>', status: 'draft', outcome: null }),
  ],
});

describe('an operator who erased a person', () => {
  it('learns what was removed, and where the mails still lie', () => {
    expect(erasureOf(BEFORE, 'sales@seller.example', null)).toEqual({
      erased: { addresses: ['anna@dom.example'], messages: 1, letters: 2, turns: 0 },
      remains: {
        mailbox: 'sales@seller.example',
        received: ['in@dom.example'],
        sent: ['out@seller.example'],
        journal: null,
      },
    });
  });

  it('reads what only the operator can remove: mailbox, Sent folder and backups', () => {
    const said = erasureInWords(erasureOf(BEFORE, 'sales@seller.example', '/var/ledger.jsonl'));
    expect(said).toMatch(/^Erased anna@dom\.example: 1 message, 2 letters, 0 turns/);
    expect(said).toMatch(/the mailbox sales@seller\.example holds 1 mail:\n {4}in@dom\.example\n/);
    expect(said).toMatch(/Sent folder holds 1 mail:\n {4}out@seller\.example\n/);
    expect(said).toMatch(/backups of the database/);
    expect(said).toMatch(/journal \/var\/ledger\.jsonl holds the same hashes\.$/);
  });
});

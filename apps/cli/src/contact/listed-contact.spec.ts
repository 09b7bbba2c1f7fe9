import type { ListedContact } from '@app/persistence/contacts/describe-contacts';
import { kept } from '../../testing/history.builder';
import { contactRows, listedContact } from './listed-contact';

function listed(change: Partial<ListedContact> = {}): ListedContact {
  const { contact, conversation } = kept();
  return { contact, conversation, waitsFor: [], due: null, handedOverBecause: null, sameCompany: [], ...change };
}

describe('an operator who looks at the list', () => {
  it('sees of each contact the stage, what it waits for, and whether a colleague is written to as well', () => {
    const [, row] = contactRows([listed({ sameCompany: ['boris'] })]).split('\n');
    expect(row).toBe("Anna  Dom      anna@dom.example  reviews  awaiting-reply  the contact's answer       1 more");
  });

  it('sees what waits for a decision before anything else', () => {
    expect(contactRows([listed({ waitsFor: ['draft'] })])).toContain('you: `draft list`');
    expect(contactRows([listed({ waitsFor: ['quarantine'] })])).toContain('it cannot go on');
  });

  it('is told why a person has a conversation only while one has', () => {
    const because = { handedOverBecause: 'the message was not understood' };
    expect(listedContact(listed(because))).toMatchObject({ handedOverBecause: null });
    const handedOver = { ...kept().conversation, stage: 'handed-over' as const };
    expect(listedContact(listed({ ...because, conversation: handedOver }))).toMatchObject(because);
  });
});

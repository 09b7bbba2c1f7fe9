import type { ReceivedMail } from './received-mail';
import { toInboundMessage } from './to-inbound-message';
import { toOperatorMessage } from './to-operator-message';

function sent(lines: readonly string[], different: Partial<ReceivedMail> = {}): ReceivedMail {
  return {
    accountId: 'anna',
    uidValidity: '1',
    uid: 7,
    source: Buffer.from(lines.join('\r\n')),
    leftOut: [],
    without: null,
    storedAt: new Date('2026-11-03T08:00:00Z'),
    ...different,
  };
}

const BY_HAND = [
  'From: Anna <anna@sales.test>',
  'To: Maria <maria@contact.test>',
  'Subject: Re: hello',
  'Message-ID: <by-hand@sales.test>',
  'In-Reply-To: <2@contact.test>',
  '',
  'Maria, let me call you myself.',
];

describe('a mail that was sent from our mailbox by hand', () => {
  it('is the operator’s, to whom it went and in which thread', async () => {
    expect((await toOperatorMessage(sent(BY_HAND)))?.message).toMatchObject({
      kind: 'operator',
      from: 'anna@sales.test',
      to: ['maria@contact.test'],
      threadIds: ['<2@contact.test>'],
      text: 'Maria, let me call you myself.',
    });
  });

  it('is another message than the copy of it that came into the INBOX', async () => {
    const copy = await toInboundMessage(sent(BY_HAND));
    expect((await toOperatorMessage(sent(BY_HAND)))?.message._id).not.toBe(copy.message._id);
  });

  it('is nobody’s when a machine wrote it in the operator’s name', async () => {
    expect(await toOperatorMessage(sent(['Auto-Submitted: auto-replied', ...BY_HAND]))).toBeNull();
  });

  it('is the operator’s even when its server keeps the content back', async () => {
    const written = await toOperatorMessage(sent([], { without: 'kept-back' }));
    expect(written?.message).toMatchObject({ kind: 'operator', text: '' });
  });
});

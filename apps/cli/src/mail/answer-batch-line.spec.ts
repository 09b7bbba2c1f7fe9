import { answerBatchLine } from './answer-batch-line';

const MAIL = 'From: anna@dom.example\r\nSubject: Re: Kettles\r\n\r\nSend it, please.\r\n\r\n-- \r\nAnna\r\n';
const EML = Buffer.from(MAIL).toString('base64');

describe('a line of a batch of mails', () => {
  it('is answered with every key under its own id', async () => {
    expect(await answerBatchLine(JSON.stringify({ id: 'm1', eml: EML, signature: 'strip' }))).toEqual({
      id: 'm1',
      kind: 'human',
      text: 'Send it, please.',
      hasOwnWords: true,
      isSealed: false,
      quotedText: '',
      forwardedText: '',
      signature: expect.stringContaining('Anna'),
      facts: { type: 'none' },
      from: { address: 'anna@dom.example', name: '' },
      to: [],
      subject: 'Re: Kettles',
      messageId: null,
      inReplyTo: null,
      references: [],
      date: null,
      attachments: [],
    });
  });

  it('tells what a machine says, with null for what it does not say', async () => {
    const note = 'From: anna@dom.example\r\nSubject: Automatic reply\r\n\r\nI am away. Write to ivan@dom.example.\r\n';
    expect(await answerBatchLine(JSON.stringify({ id: 1, eml: Buffer.from(note).toString('base64') }))).toMatchObject({
      kind: 'auto_reply',
      facts: { type: 'absence', returnsOn: null, substitutes: ['ivan@dom.example'] },
    });
  });

  it('tells of a letter that is passed on without a word what stands in it, and that it is not his own', async () => {
    const forward =
      'From: anna@dom.example\r\nSubject: Fwd: Bill\r\n\r\n---------- Forwarded message ---------\r\nFrom: bank@dom.example\r\nSubject: Bill\r\n\r\nPay.\r\n';
    expect(
      await answerBatchLine(JSON.stringify({ id: 1, eml: Buffer.from(forward).toString('base64') })),
    ).toMatchObject({
      text: 'Pay.',
      hasOwnWords: false,
      quotedText: expect.stringContaining('Forwarded message'),
    });
  });

  it('keeps the signature where it is wanted', async () => {
    const answer = await answerBatchLine(JSON.stringify({ id: 1, eml: EML, signature: 'keep' }));
    expect(answer).toMatchObject({ id: 1, text: expect.stringContaining('Anna') });
  });

  it.each([
    ['not JSON', null],
    ['[]', null],
    ['{"id":"a"}', 'a'],
    ['{"id":"b","eml":"%%%"}', 'b'],
    [JSON.stringify({ id: 'c', eml: EML, signature: 'drop' }), 'c'],
  ])('%s is answered with an error, and the batch goes on', async (line, id) => {
    expect(await answerBatchLine(line)).toEqual({ id, error: expect.any(String) });
  });
});

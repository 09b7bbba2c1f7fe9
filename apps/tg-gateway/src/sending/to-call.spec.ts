import { aLetter } from '@app/persistence/testing/documents';
import type { ChatContent } from '@app/persistence/outbox/outbox.schema';
import { toCall } from './to-call';

function aChatLetter(chat: Partial<ChatContent>, parts: readonly string[] = []) {
  return aLetter({
    channel: 'telegram',
    to: '4711',
    parts,
    chat: { businessConnectionId: null, buttons: [], replyTo: null, ...chat },
  });
}

describe('a part of a letter', () => {
  const TEXT = { type: 'text', text: '<b>1 & 2</b>', hasButtons: true, isLast: true } as const;

  it('is text as it stands, with no markup that Telegram could see in it', () => {
    expect(toCall(aChatLetter({}), TEXT)).toEqual({
      method: 'sendMessage',
      parameters: { chat_id: '4711', text: '<b>1 & 2</b>' },
    });
  });

  it('bears the buttons where they belong', () => {
    const letter = aChatLetter({ buttons: [[{ label: 'Да', action: 'yes' }]] });
    const reply_markup = { inline_keyboard: [[{ text: 'Да', callback_data: 'yes' }]] };
    expect(toCall(letter, TEXT).parameters).toMatchObject({ reply_markup });
    expect(toCall(letter, { ...TEXT, hasButtons: false }).parameters).not.toHaveProperty('reply_markup');
  });

  it('answers what the person wrote when it is the first', () => {
    const answers = { reply_parameters: { message_id: 7, allow_sending_without_reply: true } };
    expect(toCall(aChatLetter({ replyTo: 'telegram:4711:7' }), TEXT).parameters).toMatchObject(answers);
    const second = aChatLetter({ replyTo: 'telegram:4711:7' }, ['telegram:4711:8']);
    expect(toCall(second, TEXT).parameters).not.toHaveProperty('reply_parameters');
    expect(toCall(aChatLetter({ replyTo: '<m1@contact.test>' }), TEXT).parameters).not.toHaveProperty(
      'reply_parameters',
    );
  });

  it('leaves in the name of the business account the chat belongs to', () => {
    expect(toCall(aChatLetter({ businessConnectionId: 'c' }), TEXT).parameters).toMatchObject({
      business_connection_id: 'c',
    });
  });

  it('is a file whose name cannot become a header of its own', () => {
    const source = Buffer.from('x');
    const file = { type: 'document', name: 'a"\r\nX: b.pdf', source, hasButtons: false, isLast: true } as const;
    expect(toCall(aChatLetter({}), file)).toEqual({
      method: 'sendDocument',
      parameters: { chat_id: '4711', document: { source, filename: 'a___X: b.pdf' } },
    });
  });
});

import { RestingChats } from './resting-chats';

describe('a chat to which something just left', () => {
  it('rests, alone, until its moment', () => {
    const chats = new RestingChats();
    chats.note('anna', 1_100, 0);
    expect(chats.leftMs('anna', 400)).toBe(700);
    expect(chats.leftMs('anna', 1_100)).toBe(0);
    expect(chats.leftMs('boris', 400)).toBe(0);
    chats.note('boris', 3_000, 1_200);
    expect(chats.leftMs('anna', 1_300)).toBe(0);
    expect(chats.leftMs('boris', 1_300)).toBe(1_700);
  });
});

import fc from 'fast-check';

const ANNA = { id: 4711, is_bot: false, first_name: 'Анна', username: 'anna_lis', language_code: 'ru' };
const CHAT = { id: 4711, type: 'private' };
const GROUP = { id: -1_001, type: 'supergroup', title: 'Procurement' };
const FILE = {
  file_id: 'f',
  file_unique_id: 'u',
  file_name: 'a.pdf',
  mime_type: 'application/pdf',
  file_size: 100_000_000,
};
const MESSAGE = { message_id: 5, chat: CHAT, from: ANNA, date: 1_700_000_000 };

/** What of each kind Telegram sends, and some that we ask for no more than others do. */
const GOOD: readonly object[] = [
  { message: { ...MESSAGE, text: 'Сколько это стоит?', entities: [{ type: 'bold', offset: 0, length: 7 }] } },
  { message: { ...MESSAGE, text: '/start abc', reply_to_message: { message_id: 4 } } },
  { message: { ...MESSAGE, text: '/stop@sales_bot' } },
  { message: { ...MESSAGE, caption: 'Вот', photo: [FILE, FILE] } },
  { message: { ...MESSAGE, document: FILE } },
  { message: { ...MESSAGE, sticker: { emoji: '👍' } } },
  { message: { ...MESSAGE, location: { latitude: 55.75, longitude: 37.61 } } },
  { message: { ...MESSAGE, contact: { phone_number: '+7', first_name: 'Олег', user_id: 7 } } },
  { message: { ...MESSAGE, users_shared: { request_id: 1, users: [{ user_id: 7, username: 'oleg' }] } } },
  { message: { ...MESSAGE, chat: GROUP, text: 'Привет' } },
  { edited_message: { ...MESSAGE, edit_date: 1_700_000_001, text: 'Нет' } },
  { callback_query: { id: 'q', from: ANNA, data: 'stop', message: { message_id: 5, chat: CHAT } } },
  { my_chat_member: { chat: CHAT, from: ANNA, new_chat_member: { status: 'kicked' } } },
  { my_chat_member: { chat: GROUP, from: ANNA, new_chat_member: { status: 'member' } } },
  { business_connection: { id: 'c', user: ANNA, is_enabled: true, rights: { can_reply: true } } },
  { business_message: { ...MESSAGE, business_connection_id: 'c', text: 'Добрый день' } },
  { edited_business_message: { ...MESSAGE, business_connection_id: 'c', text: 'Добрый вечер' } },
  { deleted_business_messages: { business_connection_id: 'c', chat: CHAT, message_ids: [5] } },
  { message_reaction: { chat: CHAT, user: ANNA, new_reaction: [] } },
];

/** What stands where something else should. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.jsonValue() },
  { weight: 5, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 10,
    arbitrary: fc.constantFrom('', '\ud800', '\0', 'x'.repeat(70_000), 'private', 'channel', '/stop', '4711'),
  },
  { weight: 10, arbitrary: fc.constantFrom(undefined, null, 0, -1, 1.5, 1e300, 2 ** 53, true) },
  { weight: 5, arbitrary: fc.constantFrom([], {}, [null], { $gt: '' }, { toString: 1 }, { id: '5' }) },
);

/** Where, as a path of shares: each tells which of the fields there are is taken. */
const change = fc.record({
  path: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 4 }),
  to: junk,
});

/** An update, without its id, as nobody should send one: right, but for some fields that are missing or something else. */
export const anyUpdate: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(fc.constantFrom(...GOOD), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([good, changes]) => {
    let update: unknown = structuredClone(good);
    for (const { path, to } of changes) update = changedAt(update, path, to);
    return { ...(update as object) };
  });

function changedAt(value: unknown, [share, ...rest]: readonly number[], to: unknown): unknown {
  if (share === undefined) return to;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value as Readonly<Record<string, unknown>>);
  const [name] = fields[Math.floor(share * fields.length)] ?? [];
  if (name === undefined) return value;
  const changed = fields.map(([field, held]) => [field, field === name ? changedAt(held, rest, to) : held] as const);
  return Array.isArray(value) ? changed.map(([, held]) => held) : Object.fromEntries(changed);
}

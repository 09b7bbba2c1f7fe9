/** How a message of a chat is called in the database: Telegram counts them anew in each chat. */
export function toMessageId(chatId: string, messageId: number): string {
  return `telegram:${chatId}:${messageId}`;
}

/** What the message is called within its chat; null where the name is no chat's. */
export function numberIn(messageId: string): number | null {
  const [, number] = /^telegram:-?\d+:(\d+)$/.exec(messageId) ?? [];
  return number === undefined ? null : Number(number);
}

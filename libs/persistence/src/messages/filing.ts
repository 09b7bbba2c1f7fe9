/** Under which conversation a message belongs, and what told so. */
export interface Filing {
  readonly conversationId: string;
  readonly matchedBy: 'thread' | 'token' | 'sender' | 'recipient';
  readonly senderKnown: boolean;
}

/** A message that is to be filed, and where. */
export interface UnfiledMessage {
  readonly id: string;
  readonly filing: Filing;
}

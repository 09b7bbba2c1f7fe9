import { Schema } from 'mongoose';
import { COLLECTIONS } from '../collections';
import type { SealedSecret } from '../keys/sealed-secret';

export type MailSecurity = 'none' | 'starttls' | 'tls';

/** A mailbox we write from and read. */
export interface MailAccount {
  readonly _id: string;
  readonly productId: string;
  /** Lower case. */
  readonly address: string;
  readonly user: string;
  readonly password: SealedSecret;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly imap: { readonly host: string; readonly port: number };
  readonly security: MailSecurity;
  /** Whether mail to `name+anything@` arrives too; then letters carry a Reply-To with the conversation's token. */
  readonly plusAddressing: boolean;
  readonly createdAt: Date;
}

const serverSchema = new Schema<MailAccount['smtp']>(
  { host: { type: String, required: true }, port: { type: Number, required: true } },
  { _id: false },
);

const sealedSecretSchema = new Schema<SealedSecret>(
  {
    keyId: { type: String, required: true },
    iv: { type: String, required: true },
    tag: { type: String, required: true },
    sealed: { type: String, required: true },
  },
  { _id: false },
);

export const accountSchema = new Schema<MailAccount>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    address: { type: String, required: true },
    user: { type: String, required: true },
    password: { type: sealedSecretSchema, required: true },
    smtp: { type: serverSchema, required: true },
    imap: { type: serverSchema, required: true },
    security: { type: String, required: true },
    plusAddressing: { type: Boolean, default: false },
    createdAt: { type: Date, required: true },
  },
  { collection: COLLECTIONS.mailAccounts, versionKey: false, autoIndex: false },
);

/** How far a folder of a mailbox has been read, and by whom. The cursor passes a message only after it is stored. */
export interface MailboxCursor {
  /** The account's id for its INBOX, `<account's id>:sent` for its folder of sent mail. */
  readonly _id: string;
  /** Decimal; '' before the first look. */
  readonly uidValidity: string;
  readonly lastUid: number;
  /** The instance that reads it; the lease holds while that instance's heartbeat does. */
  readonly heldBy: string | null;
}

export const cursorSchema = new Schema<MailboxCursor>(
  {
    _id: { type: String, required: true },
    uidValidity: { type: String, default: '' },
    lastUid: { type: Number, default: 0 },
    heldBy: { type: String, default: null },
  },
  { collection: COLLECTIONS.mailboxCursors, versionKey: false, autoIndex: false },
);

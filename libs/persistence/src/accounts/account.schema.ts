import { Schema } from 'mongoose';
import type { CheckName } from '@app/domain/account-check';
import { COLLECTIONS } from '../collections';
import { pauseSchema, type Pause } from '../pause.schema';
import type { SealedSecret } from '../keys/sealed-secret';

export type MailSecurity = 'none' | 'starttls' | 'tls';

/** A mailbox we write from and read. */
export interface MailAccount {
  readonly _id: string;
  readonly productId: string;
  /** Lower case. */
  readonly address: string;
  readonly user: string;
  /** Null where the account logs in with OAuth2. */
  readonly password: SealedSecret | null;
  /** Null where it logs in with a password. */
  readonly oauth: OAuthLogin | null;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly imap: { readonly host: string; readonly port: number };
  readonly security: MailSecurity;
  /** SHA-256 of certificates that are trusted though no authority vouches for them, in lower-case hex. */
  readonly fingerprints: readonly string[];
  /** Under which name the domain publishes the key its mail is signed with (RFC 6376, section 3.1); null if not known. */
  readonly dkimSelector: string | null;
  /** Whether the provider puts what it sends into the folder of sent mail by itself. */
  readonly keepsSent: boolean;
  /** Whether mail to `name+anything@` arrives too; then letters carry a Reply-To with the conversation's token. */
  readonly plusAddressing: boolean;
  readonly createdAt: Date;
  /** Nothing leaves from a paused account until the operator resumes it; null while it works. */
  readonly paused: Pause | null;
  /** What `account check` found last; empty before the first one. */
  readonly checks: readonly AccountCheck[];
  /** After a restore from a backup, until `recover` ends: what is written from the account waits for approval. */
  readonly recovery?: AccountRecovery;
}

export interface AccountRecovery {
  /** The mailbox is read again from this day on; null while only the operator knows it. */
  readonly readAgainSince: Date | null;
  /** That was done to its end. */
  readonly isRead: boolean;
}

/** How to get an access token (RFC 6749, section 6). */
export interface OAuthLogin {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: SealedSecret | null;
  readonly refreshToken: SealedSecret;
  /** Until then one process asks for an access token, and the others wait: a refresh token may be good for one use only. */
  readonly refreshingUntil: Date | null;
}

export interface AccountCheck {
  readonly name: CheckName;
  /** `unknown`: it could not be found out. */
  readonly state: 'right' | 'wrong' | 'unknown';
  /** What was found, and what to do about it, in a sentence. */
  readonly said: string;
  /** Server time. */
  readonly at: Date;
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

const oauthSchema = new Schema<OAuthLogin>(
  {
    tokenUrl: { type: String, required: true },
    clientId: { type: String, required: true },
    clientSecret: { type: sealedSecretSchema, default: null },
    refreshToken: { type: sealedSecretSchema, required: true },
    refreshingUntil: { type: Date, default: null },
  },
  { _id: false },
);

const recoverySchema = new Schema<AccountRecovery>(
  { readAgainSince: { type: Date, default: null }, isRead: { type: Boolean, required: true } },
  { _id: false },
);

export const accountSchema = new Schema<MailAccount>(
  {
    _id: { type: String, required: true },
    productId: { type: String, required: true },
    address: { type: String, required: true },
    user: { type: String, required: true },
    password: { type: sealedSecretSchema, default: null },
    oauth: { type: oauthSchema, default: null },
    smtp: { type: serverSchema, required: true },
    imap: { type: serverSchema, required: true },
    security: { type: String, required: true },
    fingerprints: { type: [String], default: [] },
    dkimSelector: { type: String, default: null },
    keepsSent: { type: Boolean, default: false },
    plusAddressing: { type: Boolean, default: false },
    createdAt: { type: Date, required: true },
    paused: { type: pauseSchema, default: null },
    checks: { type: [{ _id: false, name: String, state: String, said: String, at: Date }], default: [] },
    recovery: { type: recoverySchema },
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

import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpPhase } from '@app/persistence/outbox/outbox.schema';

/** What a new connection of nodemailer's is opened with, so that it can be listened to. */
type Listening = Required<Pick<SMTPConnection.Options, 'logger' | 'transactionLog'>>;

/**
 * How far the connections of one account come with its server. Nodemailer's errors name the command that the server
 * answered, but of a connection that was lost they say nothing more; so what each one asks is followed in its log.
 */
export class SmtpProgress {
  /** Where the connection that was lost last stood; its error reaches the letter in the same turn of the event loop. */
  private lostIn: SmtpPhase = 'connect';

  /** Follows a new connection, which is at `phase` now. */
  follow(phase: SmtpPhase): Listening {
    let standing = phase;
    const lost = (): void => {
      this.lostIn = standing;
    };
    const heard = (entry: object, line?: unknown): void => {
      const isOurs = 'tnx' in entry && entry.tnx === 'client';
      if (isOurs && typeof line === 'string') standing = phaseOfCommand(line) ?? standing;
    };
    return {
      transactionLog: true,
      logger: { level: nothing, trace: nothing, debug: heard, info: nothing, warn: lost, error: lost, fatal: lost },
    };
  }

  /** The phase in which the pool failed to hand a letter over; asked for as soon as it says so. */
  phaseOf(error: Error): SmtpPhase {
    const { command, code } = error as SmtpError;
    // The pool says nothing at all of a server that closes before it greets.
    if (command === undefined) return code === undefined ? 'greeting' : this.lostIn;
    if (command === LOST) return this.lostIn;
    // What nodemailer refuses by itself is the login, or the envelope.
    if (command === UNASKED) return code === 'EAUTH' ? 'auth' : 'mail';
    return phaseOfCommand(command) ?? this.lostIn;
  }
}

interface SmtpError extends Error {
  readonly command?: string;
  readonly code?: string;
}

/** Nodemailer's words for no command of SMTP. */
const LOST = 'CONN';
const UNASKED = 'API';

const PHASE_OF_VERB: Readonly<Record<string, SmtpPhase>> = {
  EHLO: 'greeting',
  HELO: 'greeting',
  STARTTLS: 'greeting',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

/** Undefined for the lines of a login, and for QUIT. */
function phaseOfCommand(line: string): SmtpPhase | undefined {
  return PHASE_OF_VERB[/^[A-Z]+(?= |$)/.exec(line)?.[0] ?? ''];
}

function nothing(): void {
  // No log of nodemailer's is kept.
}

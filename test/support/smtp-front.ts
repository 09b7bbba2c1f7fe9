import { connect, createServer, type Server, type Socket } from 'node:net';

/** The moments of an SMTP conversation at which a server may fail; `dot` is the answer to the content. */
export type FaultMoment = 'greeting' | 'ehlo' | 'starttls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'dot';

/** What an SMTP server may do to a mail that it should have taken. */
export type SmtpFault =
  | { readonly type: 'none' }
  /** It says this, such as `550 5.1.1 no such user`, and does nothing; after a 421 it hangs up. */
  | { readonly type: 'answer'; readonly at: FaultMoment; readonly with: string }
  /** It hangs up instead of answering, and has done nothing. */
  | { readonly type: 'cut'; readonly at: FaultMoment }
  /** It never answers. */
  | { readonly type: 'stall'; readonly at: FaultMoment }
  /** It hangs up while the content is on its way. */
  | { readonly type: 'drop-before-final-dot' }
  /** It takes the mail, and hangs up before it says so. */
  | { readonly type: 'drop-after-accept' };

/** A server that passes everything on to the one behind it, but for the moment at which it is to fail. */
export function failingFront(portBehind: number, faultNow: () => SmtpFault): Server {
  return createServer((client) => {
    client.on('error', () => undefined);
    if (failsAt('greeting', client, faultNow())) return;
    new Conversation(client, connect(portBehind, '127.0.0.1'), faultNow);
  });
}

class Conversation {
  private mode: 'commands' | 'content' | 'answer-to-content' = 'commands';
  private received = '';

  constructor(
    private readonly client: Socket,
    private readonly behind: Socket,
    private readonly faultNow: () => SmtpFault,
  ) {
    behind.setNoDelay(true);
    behind.on('error', () => undefined);
    behind.on('data', (reply) => {
      this.answer(reply);
    });
    behind.on('close', () => client.end());
    client.on('close', () => behind.destroy());
    client.on('data', (chunk) => {
      this.receive(chunk.toString('latin1'));
    });
  }

  private answer(reply: Buffer): void {
    if (this.mode === 'answer-to-content' && this.faultNow().type === 'drop-after-accept') {
      this.client.destroy();
      return;
    }
    this.mode = reply.toString('latin1').startsWith('354') ? 'content' : 'commands';
    this.client.write(reply);
  }

  private receive(text: string): void {
    this.received += text;
    if (this.mode === 'content') this.receiveContent();
    else this.receiveCommands();
  }

  private receiveContent(): void {
    if (this.faultNow().type === 'drop-before-final-dot') this.client.destroy();
    else if (this.received.endsWith('\r\n.\r\n') && !failsAt('dot', this.client, this.faultNow())) {
      this.mode = 'answer-to-content';
      this.passOn(this.received);
    }
  }

  private receiveCommands(): void {
    const end = this.received.lastIndexOf('\r\n') + 2;
    const lines = this.received.slice(0, end);
    const moment = MOMENTS[lines.slice(0, 4).toUpperCase()];
    if (moment !== undefined && failsAt(moment, this.client, this.faultNow())) this.received = '';
    else this.passOn(lines);
  }

  private passOn(text: string): void {
    this.received = this.received.slice(text.length);
    this.behind.write(Buffer.from(text, 'latin1'));
  }
}

const MOMENTS: Readonly<Record<string, FaultMoment>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STAR: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};

/** Fails if this is the moment to. */
function failsAt(moment: FaultMoment, client: Socket, fault: SmtpFault): boolean {
  if (!('at' in fault) || fault.at !== moment) return false;
  switch (fault.type) {
    case 'answer':
      client.write(`${fault.with}\r\n`);
      if (fault.with.startsWith('421')) client.end();
      return true;
    case 'cut':
      client.destroy();
      return true;
    case 'stall':
      return true;
    default:
      return fault satisfies never;
  }
}

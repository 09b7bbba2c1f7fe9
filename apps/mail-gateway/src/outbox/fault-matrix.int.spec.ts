import { setTimeout as pause } from 'node:timers/promises';
import type { MailSecurity } from '@app/persistence/accounts/account.schema';
import type { OutboxMessage } from '@app/persistence/outbox/outbox.schema';
import { eventually } from '../../../../test/support/eventually';
import { startSmtpFaults, type SmtpFaultPeer } from '../../../../test/support/smtp-faults';
import type { FaultMoment, SmtpFault } from '../../../../test/support/smtp-front';
import { testDatabase } from '../../../../test/support/test-database';
import { GatewayWorld } from '../testing/gateway-world';

/** What a letter meets, how it is recorded, and how often the contact gets it. */
interface Case {
  readonly fault: SmtpFault;
  readonly security?: MailSecurity;
  readonly text?: string;
  readonly letter: Partial<OutboxMessage>;
  readonly attempt: Partial<OutboxMessage['attempts'][number]>;
  readonly arrives: 0 | 1;
  readonly pauses?: boolean;
}

const WAITS = { status: 'queued', outcome: null, rejectedFor: null } as const;
const UNCERTAIN = { status: 'settled', outcome: 'uncertain', rejectedFor: null } as const;

function rejectedFor(rejectedFor: 'address' | 'content') {
  return { status: 'settled', outcome: 'rejected', rejectedFor } as const;
}

function answered(
  at: FaultMoment,
  said: string,
  phase: Case['attempt']['phase'] & string,
  letter: Case['letter'],
): Case {
  const outcome = letter.status === 'queued' ? 'retry' : 'rejected';
  const attempt = { phase, outcome, code: Number(said.slice(0, 3)) } as const;
  return { fault: { type: 'answer', at, with: said }, letter, attempt, arrives: 0 };
}

function lost(fault: SmtpFault, phase: Case['attempt']['phase'] & string): Case {
  return { fault, letter: WAITS, attempt: { phase, outcome: 'retry', code: null }, arrives: 0 };
}

const CASES: readonly Case[] = [
  { fault: { type: 'none' }, letter: { outcome: 'sent' }, attempt: { code: 250, phase: 'content' }, arrives: 1 },

  answered('greeting', '421 4.3.2 not now', 'greeting', WAITS),
  answered('greeting', '450 4.3.2 not now', 'greeting', WAITS),
  answered('greeting', '550 5.3.2 no service here', 'greeting', WAITS),
  answered('ehlo', '421 4.3.2 not now', 'greeting', WAITS),
  answered('ehlo', '450 4.3.2 not now', 'greeting', WAITS),
  answered('ehlo', '550 5.3.2 not you', 'greeting', WAITS),
  answered('auth', '421 4.3.2 not now', 'auth', WAITS),
  answered('auth', '450 4.7.0 not now', 'auth', WAITS),
  answered('auth', '550 5.7.0 not you', 'auth', WAITS),
  answered('mail', '421 4.3.2 not now', 'mail', WAITS),
  answered('mail', '450 4.3.1 not now', 'mail', WAITS),
  { ...answered('mail', '550 5.7.1 this account is blocked', 'mail', WAITS), pauses: true },
  answered('rcpt', '421 4.3.2 not now', 'rcpt', WAITS),
  answered('rcpt', '450 4.2.0 greylisted', 'rcpt', WAITS),
  answered('rcpt', '550 5.1.1 no such user', 'rcpt', rejectedFor('address')),
  answered('rcpt', '550 5.7.1 your network is on a list', 'rcpt', rejectedFor('content')),
  answered('data', '421 4.3.2 not now', 'data', WAITS),
  answered('data', '450 4.3.0 not now', 'data', WAITS),
  answered('data', '550 5.5.1 no', 'data', rejectedFor('content')),
  answered('dot', '421 4.3.2 not now', 'content', WAITS),
  answered('dot', '450 4.3.0 not now', 'content', WAITS),
  answered('dot', '550 5.6.0 not this', 'content', rejectedFor('content')),

  { ...answered('starttls', '454 4.7.0 no TLS now', 'greeting', WAITS), security: 'starttls' },
  { ...lost({ type: 'none' }, 'greeting'), security: 'tls' },
  { ...answered('auth', '535 5.7.8 wrong password', 'auth', WAITS) },

  lost({ type: 'answer', at: 'greeting', with: 'what?' }, 'greeting'),
  lost({ type: 'answer', at: 'mail', with: 'what?' }, 'mail'),
  lost({ type: 'answer', at: 'rcpt', with: 'what?' }, 'rcpt'),
  {
    fault: { type: 'answer', at: 'dot', with: 'what?' },
    letter: UNCERTAIN,
    attempt: { phase: 'content', outcome: 'uncertain', code: null },
    arrives: 0,
  },

  lost({ type: 'cut', at: 'greeting' }, 'greeting'),
  lost({ type: 'cut', at: 'ehlo' }, 'greeting'),
  lost({ type: 'cut', at: 'auth' }, 'auth'),
  lost({ type: 'cut', at: 'mail' }, 'mail'),
  lost({ type: 'cut', at: 'rcpt' }, 'rcpt'),
  lost({ type: 'cut', at: 'data' }, 'data'),
  ...(['cut', 'stall'] as const).map((type): Case => ({
    fault: { type, at: 'dot' },
    letter: UNCERTAIN,
    attempt: { phase: 'content', outcome: 'uncertain', code: null },
    arrives: 0,
  })),
  // A small letter has left to its end before the client can know that the server is gone.
  {
    fault: { type: 'drop-before-final-dot' },
    letter: UNCERTAIN,
    attempt: { phase: 'content', outcome: 'uncertain', code: null },
    arrives: 0,
  },
  { ...lost({ type: 'drop-before-final-dot' }, 'content'), text: 'A large letter. '.repeat(1_000_000) },
  {
    fault: { type: 'drop-after-accept' },
    letter: UNCERTAIN,
    attempt: { phase: 'content', outcome: 'uncertain', code: null },
    arrives: 1,
  },

  lost({ type: 'stall', at: 'greeting' }, 'greeting'),
  lost({ type: 'stall', at: 'mail' }, 'mail'),
];

/** A stall takes a minute of it. */
const ALL_TRIED_WITHIN_MS = 150_000;

describe('a letter that meets a server with a fault', () => {
  const database = testDatabase();
  let world: GatewayWorld;
  let peers: readonly SmtpFaultPeer[];
  let letters: readonly OutboxMessage[];
  /** Each as it was after its first attempt, by its id. */
  const tried = new Map<string, OutboxMessage>();
  let looking: Promise<void>;
  let giveUpAt: number;
  let isOver = false;

  beforeAll(async () => {
    world = await GatewayWorld.open(database);
    peers = await Promise.all(CASES.map(() => startSmtpFaults()));
    // All of them at once, each from an account and to a server of its own.
    letters = await Promise.all(CASES.map((one, index) => prepare(one, index)));
    giveUpAt = performance.now() + ALL_TRIED_WITHIN_MS;
    looking = lookForFirstAttempts();
    await world.startGateway();
  });

  afterAll(async () => {
    isOver = true;
    await looking;
    await world.close();
    await Promise.all(peers.map((peer) => peer.stop()));
  });

  it.each(CASES.map((one, index) => ({ ...one, index, title: titleOf(one) })))(
    '$title: the contact gets it $arrives times, and the operator sees why',
    async ({ index, letter, attempt, arrives, pauses = false }) => {
      const { _id } = letters[index] ?? never();
      const leftMs = giveUpAt - performance.now();
      const after = await eventually('an attempt', () => Promise.resolve(tried.get(_id) ?? null), leftMs);
      const { to, accountId } = after;

      expect(after).toMatchObject({ ...letter, attempts: [{ ...attempt, said: expect.stringMatching(/./) }] });
      expect(peers[index]?.taken().filter((mail) => mail.to.includes(to))).toHaveLength(arrives);
      const account = await world.db.accounts.findById(accountId).lean();
      expect(account?.paused?.because ?? '').toContain(pauses ? 'takes nothing from this address' : '');
      expect(account?.paused !== null).toBe(pauses);
    },
    ALL_TRIED_WITHIN_MS + 5_000,
  );

  /** In one question for all of them, so that none is seen too late: the second attempt is made after five seconds. */
  async function lookForFirstAttempts(): Promise<void> {
    while (!isOver) {
      const more = { _id: { $nin: [...tried.keys()] }, 'attempts.0': { $exists: true } };
      for (const letter of await world.db.outbox.find(more).lean<OutboxMessage[]>()) tried.set(letter._id, letter);
      await pause(10);
    }
  }

  async function prepare({ fault, security = 'none', text }: Case, index: number): Promise<OutboxMessage> {
    const peer = peers[index] ?? never();
    peer.setFault(fault);
    const { _id: accountId } = await world.addAccount({
      address: `fault-${String(index)}@sales.test`,
      smtp: { host: '127.0.0.1', port: peer.port },
      imap: { host: '127.0.0.1', port: 1 },
      security,
    });
    return world.queue({ accountId, ...(text === undefined ? {} : { text }) });
  }
});

function titleOf({ fault, security = 'none', text }: Case): string {
  const where = 'at' in fault ? ` at ${fault.at}` : '';
  const words = fault.type === 'answer' ? ` "${fault.with}"` : '';
  return `${fault.type}${where}${words}${security === 'none' ? '' : `, ${security}`}${text === undefined ? '' : ', large'}`;
}

function never(): never {
  throw new Error('each case has a peer and a letter');
}

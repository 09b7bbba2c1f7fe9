import { createTransport } from 'nodemailer';
import { startSmtpFaults, type SmtpFaultPeer } from './smtp-faults';
import type { SmtpFault } from './smtp-front';

describe('an SMTP server with faults', () => {
  let peer: SmtpFaultPeer;

  beforeAll(async () => {
    peer = await startSmtpFaults();
  });

  afterAll(() => peer.stop());

  it.each<[SmtpFault, object, number]>([
    [{ type: 'none' }, { response: expect.stringContaining('250') }, 1],
    [{ type: 'answer', at: 'greeting', with: '421 4.3.2 not available' }, { responseCode: 421 }, 0],
    [{ type: 'answer', at: 'auth', with: '535 5.7.8 wrong login' }, { responseCode: 535, code: 'EAUTH' }, 0],
    [{ type: 'answer', at: 'rcpt', with: '451 4.1.1 later' }, { responseCode: 451, code: 'EENVELOPE' }, 0],
    [{ type: 'answer', at: 'data', with: '554 5.5.1 no' }, { responseCode: 554, command: 'DATA' }, 0],
    [{ type: 'answer', at: 'dot', with: '554 5.6.0 no' }, { responseCode: 554, code: 'EMESSAGE' }, 0],
    [{ type: 'cut', at: 'mail' }, { code: 'ECONNECTION' }, 0],
    [{ type: 'cut', at: 'dot' }, { code: 'ECONNECTION' }, 0],
    [{ type: 'drop-before-final-dot' }, { code: 'ECONNECTION' }, 0],
    [{ type: 'drop-after-accept' }, { code: 'ECONNECTION' }, 1],
  ])('meets a mail with %j', async (fault, outcome, taken) => {
    const before = peer.taken().length;
    peer.setFault(fault);

    expect(await outcomeOfSending(peer.port)).toMatchObject(outcome);
    expect(peer.taken()).toHaveLength(before + taken);
  });
});

async function outcomeOfSending(port: number): Promise<unknown> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, auth: { user: 'anna', pass: 'secret' } });
  const mail = { from: 'anna@sales.test', to: 'boris@client.test', subject: 'Hello', text: 'Hello' };
  return transport.sendMail(mail).catch((error: unknown) => error);
}

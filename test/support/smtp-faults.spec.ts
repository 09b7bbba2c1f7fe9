import { createTransport } from 'nodemailer';
import { startSmtpFaults, type SmtpFault, type SmtpFaultPeer } from './smtp-faults';

describe('an SMTP server with faults', () => {
  let peer: SmtpFaultPeer;

  beforeAll(async () => {
    peer = await startSmtpFaults();
  });

  afterAll(() => peer.stop());

  it.each<[SmtpFault, object, number]>([
    [{ type: 'none' }, { response: expect.stringContaining('250') }, 1],
    [{ type: 'refuse-connection' }, { responseCode: 421 }, 0],
    [{ type: 'refuse-login' }, { responseCode: 535, code: 'EAUTH' }, 0],
    [{ type: 'refuse-recipient', code: 451 }, { responseCode: 451, code: 'EENVELOPE' }, 0],
    [{ type: 'refuse-recipient', code: 550 }, { responseCode: 550, code: 'EENVELOPE' }, 0],
    [{ type: 'refuse-content', code: 452 }, { responseCode: 452, code: 'EMESSAGE' }, 0],
    [{ type: 'refuse-content', code: 554 }, { responseCode: 554, code: 'EMESSAGE' }, 0],
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

import { createTransport } from 'nodemailer';
import type { MailAccount } from '@app/persistence/accounts/account.schema';
import { NoAccessToken } from '@app/runtime/mail/no-access-token.error';
import { anAccount } from '@app/runtime/testing/an-account';
import { AccountTransport, CONNECTIONS } from './account.transport';

const NOWHERE: MailAccount = anAccount({ security: 'none', smtp: { host: '127.0.0.1', port: 1 } });
const trust = () => Promise.resolve({});

async function failures(transport: AccountTransport, times: number): Promise<readonly unknown[]> {
  const mailer = createTransport(transport);
  const failed: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    const envelope = { from: 'sales@seller.test', to: ['anna@contact.test'] };
    failed.push(await mailer.sendMail({ envelope, raw: 'a mail' }).catch((error: unknown) => error));
  }
  return failed;
}

describe('the connections of an account', () => {
  it('are still there after a server was away for longer than there are connections', async () => {
    const credentials = { secret: { type: 'password', password: 'secret' }, trust } as const;
    const failed = await failures(AccountTransport.of(NOWHERE, credentials), CONNECTIONS + 2);
    expect(failed).toEqual(
      Array.from(failed, () =>
        expect.objectContaining({ message: expect.stringMatching(/ECONNREFUSED/), mayHaveArrived: false }),
      ),
    );
  });

  it('wait for no server when there is no access token to log in with', async () => {
    const accessToken = () => Promise.reject(new NoAccessToken('unavailable', 'no access token now'));
    const credentials = { secret: { type: 'token', accessToken }, trust } as const;
    const failed = await failures(AccountTransport.of(NOWHERE, credentials), CONNECTIONS + 2);
    expect(failed).toEqual(
      Array.from(failed, () => expect.objectContaining({ message: 'no access token now', mayHaveArrived: false })),
    );
  });
});

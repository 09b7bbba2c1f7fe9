import { createTransport } from 'nodemailer';
import { simpleParser } from 'mailparser';
import { startEmbeddedMail } from '@app/peers/mail/embedded-mail';
import { isListening } from '@app/peers/system/is-listening';

const ADDRESS = 'sales@example.test';
const PASSWORD = 'password';
const PORTS = { smtp: 1025, imap: 1143 };

const USAGE = `serve                 the mail server of ${ADDRESS}, and everybody else's
check                 whether it runs
write FROM TEXT       a mail from somebody to ${ADDRESS}`;

void main(process.argv.slice(2));

async function main([command, ...rest]: readonly string[]): Promise<void> {
  switch (command) {
    case 'serve':
      return serve();
    case 'check':
      process.exitCode = (await isListening(PORTS.smtp)) && (await isListening(PORTS.imap)) ? 0 : 1;
      return;
    case 'write':
      return write(rest);
    default:
      console.error(USAGE);
      process.exitCode = 2;
  }
}

/** Shows whatever the agent sends; none of it leaves this machine. */
async function serve(): Promise<void> {
  const mail = await startEmbeddedMail({
    accounts: [{ address: ADDRESS, password: PASSWORD }],
    ports: PORTS,
    onMail: ({ from, to, raw }) => void show(from, to, raw),
  });
  const end = (): void => void mail.stop().then(() => process.exit(0));
  process.once('SIGTERM', end).once('SIGINT', end);
  console.log(
    `The mailbox of ${ADDRESS} (password "${PASSWORD}"): SMTP at 127.0.0.1:${PORTS.smtp}, IMAP at 127.0.0.1:${PORTS.imap}.`,
  );
}

async function show(from: string, to: readonly string[], raw: Buffer): Promise<void> {
  const { subject, text } = await simpleParser(raw);
  console.log(`\n${from} -> ${to.join(', ')}: ${subject ?? ''}\n\n${text ?? ''}`);
}

async function write([from, ...words]: readonly string[]): Promise<void> {
  if (from === undefined || words.length === 0) throw new Error(USAGE);
  const smtp = createTransport({
    host: '127.0.0.1',
    port: PORTS.smtp,
    auth: { user: ADDRESS, pass: PASSWORD },
    ignoreTLS: true,
  });
  await smtp.sendMail({ from, to: ADDRESS, subject: 'Re:', text: words.join(' ') });
}

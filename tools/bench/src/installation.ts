import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { startService } from '@app/peers/installation/built-services';
import { startInstallation, type Installation } from '@app/peers/installation/installation';

/** The one mailbox the product is sold from. */
export const ACCOUNT = { address: 'sales@seller.test', password: 'bench' };

/** A whole installation with a brain and a gateway, each a process of its own. */
export interface BenchInstallation extends Installation {
  /** Calls back as soon as SMTP has accepted the next mail to this address. */
  readonly onAccepted: (to: string, accepted: (mail: AcceptedMail) => void) => void;
}

export async function startBenchInstallation(report: (line: string) => void): Promise<BenchInstallation> {
  const waiting = new Map<string, (mail: AcceptedMail) => void>();
  const onMail = (mail: AcceptedMail): void => {
    const [to = ''] = mail.to;
    const accepted = waiting.get(to);
    waiting.delete(to);
    accepted?.(mail);
  };
  const { address, password } = ACCOUNT;
  const installation = await startInstallation({ name: 'bench', addresses: [address], password, onMail, report });
  try {
    for (const name of ['sales-brain', 'mail-gateway'] as const) {
      const service = await startService(name, installation.env);
      installation.closeFirst(() => service.stop());
    }
  } catch (error) {
    await installation.stop();
    throw error;
  }
  report('sales-brain and mail-gateway are ready');
  return { ...installation, onAccepted: (to, accepted) => void waiting.set(to, accepted) };
}

import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { startService, type RunningService } from '@app/peers/installation/built-services';
import { startInstallation, type Installation } from '@app/peers/installation/installation';
import type { Measured } from './figures/measured';

/** The one mailbox the product is sold from. */
export const ACCOUNT = { address: 'sales@seller.test', password: 'bench' };

/** A whole installation with a brain and a gateway, each a process of its own. */
export interface BenchInstallation extends Installation {
  readonly brain: RunningService;
  readonly gateway: RunningService;
  /** Calls back as soon as SMTP has accepted the next mail to this address. */
  readonly onAccepted: (to: string, accepted: (mail: AcceptedMail) => void) => void;
}

type Report = (line: string) => void;

/** Measures in an installation of its own, which is gone afterwards; the version of its MongoDB stands beside the figures. */
export async function inInstallation<T>(
  report: Report,
  measure: (installation: BenchInstallation, report: Report) => Promise<T>,
): Promise<Measured<T>> {
  const installation = await startBenchInstallation(report);
  try {
    return { figures: await measure(installation, report), mongod: installation.mongod };
  } finally {
    await installation.stop();
  }
}

/** The same without a service running. */
export function startBareInstallation(report: Report, onMail: (mail: AcceptedMail) => void): Promise<Installation> {
  const { address, password } = ACCOUNT;
  return startInstallation({ name: 'bench', addresses: [address], password, onMail, report });
}

async function startBenchInstallation(report: Report): Promise<BenchInstallation> {
  const waiting = new Map<string, (mail: AcceptedMail) => void>();
  const installation = await startBareInstallation(report, (mail) => {
    const [to = ''] = mail.to;
    const accepted = waiting.get(to);
    waiting.delete(to);
    accepted?.(mail);
  });
  const start = async (name: 'sales-brain' | 'mail-gateway'): Promise<RunningService> => {
    const service = await startService(name, installation.env);
    installation.closeFirst(() => service.stop());
    return service;
  };
  try {
    const brain = await start('sales-brain');
    const gateway = await start('mail-gateway');
    report('sales-brain and mail-gateway are ready');
    return { ...installation, brain, gateway, onAccepted: (to, accepted) => void waiting.set(to, accepted) };
  } catch (error) {
    await installation.stop();
    throw error;
  }
}

import type { SendMessage } from '@app/domain/send-message';
import type { Language } from '@app/domain/language';
import { isInitiated } from '@app/domain/letter';
import type { Rules } from '@app/domain/rules';
import { nextWorkingMoment } from '@app/domain/working-time';
import type { Product } from '@app/product/product';
import { writeMail } from '@app/product/write-mail';
import type { ScriptContact } from './script';
import { SIMULATED_ACCOUNT } from './simulated-account';
import type { SimulatedLetter } from './simulated-letter';

interface Around {
  readonly product: Product;
  readonly contact: ScriptContact;
  readonly language: Language;
  /** The subject of the thread. */
  readonly subject: string;
  readonly rules: Rules;
  readonly now: Date;
}

/** Writes the mail an effect asks for, with the moment at which it may leave. */
export function writeSimulated(
  effect: SendMessage & { readonly key: string },
  { product, contact, language, subject, rules, now }: Around,
): SimulatedLetter {
  const mail = writeMail(effect, {
    product,
    rules,
    contact: { ...contact, language },
    referrer: contact.referrer,
    token: 'simulation',
    accountAddress: SIMULATED_ACCOUNT,
    now,
  });
  const { key: id, letters } = effect;
  const waits = rules.approval === 'approve' && !letters.includes('operator-reply');
  return {
    id,
    letters,
    subject: mail.subject ?? subject,
    text: mail.text,
    attachments: [...mail.attachments, ...mail.invitations].map(({ name }) => name),
    leavesFrom: letters.some(isInitiated) ? nextWorkingMoment(now, rules) : now,
    status: waits ? 'draft' : 'queued',
    repeats: 0,
  };
}

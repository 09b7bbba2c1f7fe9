/** What a message/delivery-status tells of the letter as a whole: the worst of its recipients. */
export type ReportOutcome = 'failed' | 'delayed' | 'delivered' | 'unknown';

/** One recipient's fields in a report (RFC 3464), in lower case; '' for what it does not say. */
export interface ReportedRecipient {
  /** The address the letter was sent to, before aliases and forwards. */
  readonly recipient: string;
  readonly action: string;
  /** Enhanced status, such as `5.1.1`. */
  readonly status: string;
  readonly diagnostic: string;
}

export function outcomeOfReport(report: string): ReportOutcome {
  const actions = reportedRecipients(report).map((recipient) => recipient.action);
  if (actions.includes('failed')) return 'failed';
  if (actions.includes('delayed')) return 'delayed';
  return actions.length > 0 && actions.every((action) => DELIVERED.has(action)) ? 'delivered' : 'unknown';
}

/** The recipients a report names; a broken report may name none. */
export function reportedRecipients(report: string): readonly ReportedRecipient[] {
  return report
    .replace(/\r\n/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/)
    .map((group) => ({
      recipient: address(field(group, 'original-recipient')) || address(field(group, 'final-recipient')),
      action: field(group, 'action').split(/[\s(]/)[0] ?? '',
      status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field(group, 'status'))?.[0] ?? '',
      diagnostic: field(group, 'diagnostic-code'),
    }))
    .filter(({ action, status, diagnostic }) => action !== '' || status !== '' || diagnostic !== '');
}

const DELIVERED: ReadonlySet<string> = new Set(['delivered', 'relayed', 'expanded', 'deliverable']);

/** "rfc822; <a@b.example>" is "a@b.example". */
function address(value: string): string {
  const bare = value.slice(value.indexOf(';') + 1).replace(/[<>\s]/g, '');
  return bare.includes('@') ? bare : '';
}

function field(group: string, name: string): string {
  const line = group.split('\n').find((each) => each.slice(0, name.length + 1).toLowerCase() === `${name}:`);
  return (line ?? '')
    .slice(name.length + 1)
    .trim()
    .toLowerCase();
}

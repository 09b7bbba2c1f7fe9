/** Where a Postfix keeps everything, where it listens, and whom it delivers to. */
export interface PostfixPlace {
  readonly folder: string;
  readonly smtpPort: number;
  /** Delivers to every mailbox, and knows more precisely than Postfix which there are. */
  readonly lmtpPort: number;
  readonly domains: readonly string[];
  /** The recipients it accepts at RCPT. */
  readonly recipients: readonly string[];
}

/** The settings of a Postfix of its own: nothing of the machine's, no DNS, loopback only. */
export function mainCf({ folder, lmtpPort, domains, recipients }: PostfixPlace): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
meta_directory = /etc/postfix
shlib_directory = /usr/lib/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${folder}/maillog
maillog_file_prefixes = ${folder}
myhostname = mail.postfix.test
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
disable_dns_lookups = yes
alias_maps =
virtual_mailbox_domains = ${domains.join(' ')}
virtual_mailbox_maps = inline:{ ${recipients.map((one) => `${one}=is-known`).join(', ')} }
virtual_transport = lmtp:inet:127.0.0.1:${lmtpPort}
notify_classes =
smtpd_tls_security_level = none
`;
}

/** The daemons it is made of. */
export function masterCf({ smtpPort }: PostfixPlace): string {
  const services = [
    `127.0.0.1:${smtpPort} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `${services.join('\n')}\n`;
}

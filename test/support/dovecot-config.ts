/** Where a Dovecot keeps everything, who it runs as, and where it listens. */
export interface DovecotPlace {
  readonly folder: string;
  readonly user: { readonly name: string; readonly group: string; readonly uid: number; readonly gid: number };
  readonly imapPort: number;
  readonly lmtpPort: number;
  readonly tls: DovecotTls | null;
  /** Where it asks whose an access token is; null: it takes passwords alone. */
  readonly tokenInfoUrl: string | null;
  /** What it says it can do; null for all that it can. */
  readonly capability: string | null;
}

/** Its certificate, for STARTTLS and a port of TLS alone; a password is taken under TLS only. */
export interface DovecotTls {
  readonly imapsPort: number;
  readonly certFile: string;
  readonly keyFile: string;
}

/** The configuration of a Dovecot 2.3 that needs no privilege: one user for everything, no chroot, loopback only. */
export function dovecotConfig({
  folder,
  user,
  imapPort,
  lmtpPort,
  tls,
  tokenInfoUrl,
  capability,
}: DovecotPlace): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = ${user.name}
default_internal_group = ${user.group}
default_login_user = ${user.name}
${tls === null ? 'ssl = no' : `ssl = required\nssl_cert = <${tls.certFile}\nssl_key = <${tls.keyFile}`}
disable_plaintext_auth = no
auth_mechanisms = ${tokenInfoUrl === null ? 'plain login' : 'xoauth2 oauthbearer'}
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = ${tokenInfoUrl === null ? 'passwd-file' : 'oauth2'}
  args = ${tokenInfoUrl === null ? `scheme=PLAIN username_format=%u ${folder}/users` : `${folder}/oauth2.conf`}
}
userdb {
  driver = static
  args = uid=${user.uid} gid=${user.gid} home=${folder}/mail/%u${tokenInfoUrl === null ? '' : ' allow_all_users=yes'}
}
mail_location = maildir:~/Maildir
namespace inbox {
  inbox = yes
  separator = /
}
protocol imap {
  ${capability === null ? '' : `imap_capability = ${capability}`}
  mail_max_userip_connections = 100
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${tls?.imapsPort ?? 0}
    ssl = yes
  }
}
service lmtp {
  user = ${user.name}
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
`;
}

/** How Dovecot asks whose an access token is. */
export function dovecotOAuthConfig(tokenInfoUrl: string): string {
  return `
tokeninfo_url = ${tokenInfoUrl}
introspection_mode = get
username_attribute = email
username_format = %u
`;
}

/** Where a Dovecot keeps everything, who it runs as, and where it listens. */
export interface DovecotPlace {
  readonly folder: string;
  readonly user: { readonly name: string; readonly group: string; readonly uid: number; readonly gid: number };
  readonly imapPort: number;
  readonly lmtpPort: number;
}

/** The configuration of a Dovecot 2.3 that needs no privilege: one user for everything, no chroot, loopback only. */
export function dovecotConfig({ folder, user, imapPort, lmtpPort }: DovecotPlace): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = ${user.name}
default_internal_group = ${user.group}
default_login_user = ${user.name}
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${user.uid} gid=${user.gid} home=${folder}/mail/%u
}
mail_location = maildir:~/Maildir
namespace inbox {
  inbox = yes
  separator = /
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
    port = 0
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

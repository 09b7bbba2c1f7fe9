import { Mistake } from '../command-line/mistake.error';

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** `HOST:PORT`, an IPv6 host in brackets; throws a `Mistake` for anything else. */
export function serverAddress(given: string): ServerAddress {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+)):(\d{1,5})$/.exec(given) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port < 1 || port > 65_535) {
    throw new Mistake(`"${given}" is not HOST:PORT; write it like mail.company.com:465 or [2001:db8::1]:993.`);
  }
  return { host: host.toLowerCase(), port };
}

/** A server's address as the operator writes it. */
export function serverInWords({ host, port }: ServerAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Whether what is sent to this host never leaves the machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

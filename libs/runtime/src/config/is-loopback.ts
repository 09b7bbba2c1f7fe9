import { isIPv4 } from 'node:net';

/** Whether a host is this machine by its very name, without asking a resolver (RFC 1122, 4291, 6761). */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

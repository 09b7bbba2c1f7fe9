/** Business time: what "today" is for a contact. Leases and heartbeats never use it; they use the server's clock. */
export interface Clock {
  now(): Date;
}

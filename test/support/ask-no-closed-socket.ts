import { TLSSocket } from 'node:tls';

/**
 * Node 20 ends with a segmentation fault when a TLS socket that is being closed is asked for its protocol, and
 * smtp-server asks it for its log whenever a client turns away from its certificate. From here on such a socket has none.
 */
export function askNoClosedSocket(): void {
  const { getProtocol } = TLSSocket.prototype;
  TLSSocket.prototype.getProtocol = function (this: TLSSocket) {
    return this.destroyed ? null : getProtocol.call(this);
  };
}

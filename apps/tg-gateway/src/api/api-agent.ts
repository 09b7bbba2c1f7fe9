import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

/** The code of an error of a connection that was never made: nothing of a request can have left by it. */
export const NOT_CONNECTED = 'NOT_CONNECTED';

/**
 * Connections to a Bot API server whose failures tell whether there ever was a connection. One that idles is closed long
 * before the server closes it: a message written to one that just went would be `uncertain`.
 */
export function apiAgent(apiRoot: string): HttpAgent {
  const isSecure = new URL(apiRoot).protocol === 'https:';
  const agent = isSecure ? new HttpsAgent(OPTIONS) : new HttpAgent(OPTIONS);
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, done) => {
    const connection = connect(options, done);
    if (connection) tellIfNeverMade(connection, isSecure ? 'secureConnect' : 'connect');
    return connection;
  };
  return agent;
}

function tellIfNeverMade(connection: Duplex, made: string): void {
  const never = (error: Error): void => {
    clearTimeout(tooLate);
    Object.assign(error, { code: NOT_CONNECTED });
  };
  const tooLate = setTimeout(() => {
    connection.destroy(new Error(`no connection within ${CONNECT_LIMIT_MS} ms`));
  }, CONNECT_LIMIT_MS);
  connection.once('error', never);
  connection.once(made, () => {
    clearTimeout(tooLate);
    connection.off('error', never);
  });
}

const CONNECT_LIMIT_MS = 10_000;
const OPTIONS = { keepAlive: true, timeout: 4_000 };

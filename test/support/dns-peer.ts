import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decode, encode, type Answer, type Packet, type Question } from 'dns-packet';

/** The records of a DNS server, by name. */
export type Zone = Readonly<Record<string, ZoneEntry>>;

export interface ZoneEntry {
  readonly TXT?: readonly string[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly MX?: readonly string[];
  /** It answers no question about this name. */
  readonly fails?: boolean;
}

/** A DNS server on 127.0.0.1, over UDP. */
export interface DnsPeer {
  /** As `dns.setServers` takes it. */
  readonly address: string;
  serve(zone: Zone): void;
  stop(): Promise<void>;
}

export async function startDnsPeer(): Promise<DnsPeer> {
  let zone: Zone = {};
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    socket.send(encode(answerTo(decode(message), zone)), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${String(socket.address().port)}`,
    serve(next) {
      zone = next;
    },
    async stop() {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

const NAME_ERROR = 3;
const SERVER_FAILURE = 2;

function answerTo({ id = 0, questions = [] }: Packet, zone: Zone): Packet {
  const [question] = questions;
  const entry = question && zone[question.name.toLowerCase()];
  const code = entry === undefined ? NAME_ERROR : entry.fails ? SERVER_FAILURE : 0;
  const answers = question && entry && code === 0 ? answersTo(question, entry) : [];
  return { type: 'response', id, flags: code, questions, answers };
}

function answersTo({ name, type }: Question, entry: ZoneEntry): Answer[] {
  const ttl = 1;
  switch (type) {
    case 'TXT':
      // A string of a record holds at most 255 bytes (RFC 1035, section 3.3).
      return (entry.TXT ?? []).map((data) => ({ name, type, ttl, data: data.match(/.{1,255}/gs) ?? [''] }));
    case 'A':
    case 'AAAA':
      return (entry[type] ?? []).map((data) => ({ name, type, ttl, data }));
    case 'MX':
      return (entry.MX ?? []).map((exchange) => ({ name, type, ttl, data: { preference: 10, exchange } }));
    default:
      return [];
  }
}

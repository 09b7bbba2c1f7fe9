import { resolveToxiproxy } from './resolve-toxiproxy';
import { together, type Route } from './route';
import { startToxiproxy, type Detour } from './toxiproxy';

export const PROTOCOLS = ['smtp', 'imap', 'telegram'] as const;

export type Protocol = (typeof PROTOCOLS)[number];

/** The ways from the services to mail and Telegram. */
export interface Network {
  /** What it is made of, in words for the report. */
  readonly how: string;
  /** The port by which a service reaches this port of a peer. */
  wayTo(port: number, protocol: Protocol): Promise<number>;
  /** One for each protocol that was asked for; none where nothing can cut and slow them. */
  routes(): readonly Route[];
  stop(): Promise<void>;
}

/** Leads through toxiproxy where there is one. */
export async function openNetwork(): Promise<Network> {
  const found = await resolveToxiproxy();
  if (found.type === 'none') return unbrokenNetwork(found.because);
  const toxiproxy = await startToxiproxy(found.path);
  const detours = new Map<Protocol, Detour[]>(PROTOCOLS.map((protocol) => [protocol, []]));
  return {
    how: `through ${found.path}`,
    async wayTo(port, protocol) {
      const detour = await toxiproxy.detour(`${protocol}-${port}`, port);
      detours.get(protocol)?.push(detour);
      return detour.port;
    },
    routes: () => [...detours].map(([protocol, all]) => together(protocol, all)),
    stop: () => toxiproxy.stop(),
  };
}

function unbrokenNetwork(because: string): Network {
  return {
    how: `never cut or slowed: ${because}`,
    wayTo: (port) => Promise.resolve(port),
    routes: () => [],
    stop: () => Promise.resolve(),
  };
}

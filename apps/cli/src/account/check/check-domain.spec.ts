import { generateKeyPairSync } from 'node:crypto';
import { getServers, setServers } from 'node:dns';
import { startDnsPeer, type DnsPeer, type Zone } from '../../../../../test/support/dns-peer';
import { checkDomain } from './check-domain';
import { dnsRecords } from './dns-records';
import type { Finding } from './finding';

const usual = getServers();
let peer: DnsPeer;

beforeAll(async () => {
  peer = await startDnsPeer();
  setServers([peer.address]);
});

afterAll(async () => {
  setServers(usual);
  await peer.stop();
});

/** What is said of one record of seller.test, whose mail leaves from smtp.seller.test, 192.0.2.25. */
async function finding(name: Finding['name'], zone: Zone, dkimSelector: string | null = null): Promise<Finding> {
  peer.serve({ 'smtp.seller.test': { A: ['192.0.2.25'] }, ...zone });
  const account = { address: 'sales@seller.test', smtp: { host: 'smtp.seller.test', port: 465 }, dkimSelector };
  const findings = await checkDomain(account, dnsRecords());
  const found = findings.find((one) => one.name === name);
  if (!found) throw new Error(`nothing about ${name}`);
  return found;
}

const spf = (...records: string[]): Zone => ({ 'seller.test': { TXT: ['a-token=of-some-service', ...records] } });

describe('the SPF record of the domain we write from', () => {
  it.each([
    ['names the address', 'v=spf1 ip4:192.0.2.25 -all'],
    ['names the network', 'v=spf1 ip4:192.0.2.0/24 ~all'],
    ['names the host', 'v=spf1 a:smtp.seller.test -all'],
    ['names what receives its mail', 'v=spf1 mx -all'],
    ['includes who does', 'v=spf1 include:provider.test ~all'],
    ['is that of another domain', 'v=spf1 redirect=provider.test'],
    ['is in capitals', 'V=SPF1 IP4:192.0.2.25 -ALL'],
  ])('is right when it %s', async (_how, record) => {
    const zone = {
      'seller.test': { TXT: [record], MX: ['smtp.seller.test'] },
      'provider.test': { TXT: ['v=spf1 ip4:192.0.2.0/24 -all'] },
    };
    expect(await finding('spf', zone)).toMatchObject({ state: 'right' });
  });

  it.each([
    ['is missing', spf(), /has no SPF record; publish/],
    ['stands there twice', spf('v=spf1 -all', 'v=spf1 mx -all'), /2 SPF records, which count as none/],
    ['lets everybody send', spf('v=spf1 ip4:192.0.2.25 +all'), /anybody may send in your name/],
    ['lets everybody send, unsigned', spf('v=spf1 ip4:192.0.2.25 all'), /anybody may send in your name/],
    ['says nothing of others', spf('v=spf1 ip4:192.0.2.25'), /does not end in ~all or -all/],
    ['has a misspelt word', spf('v=spf1 ipv4:192.0.2.25 -all'), /nobody can read "ipv4:192\.0\.2\.25"/],
    ['includes a domain without one', spf('v=spf1 include:gone.test -all'), /includes gone\.test, which has none/],
    ['asks the DNS in a circle', spf('v=spf1 include:seller.test -all'), /more than 10 times/],
    ['asks the DNS too often', spf(`v=spf1 ${'exists:x.test '.repeat(11)}-all`), /more than 10 times/],
  ])('is wrong when it %s, and the operator reads what to do', async (_how, zone, sentence) => {
    const { state, said } = await finding('spf', zone);
    expect({ state, said }).toEqual({ state: 'wrong', said: expect.stringMatching(sentence) });
  });

  it('is not called right when nobody can tell whether it covers our server', async () => {
    const { state, said } = await finding('spf', spf('v=spf1 ip4:198.51.100.7 -all'));
    expect({ state, said }).toEqual({ state: 'unknown', said: expect.stringMatching(/add ip4:192\.0\.2\.25 to it/) });
  });
});

const rsaKey = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .publicKey.export({ type: 'spki', format: 'der' })
    .toString('base64');
const dkim = (selector: string, ...TXT: string[]): Zone => ({ [`${selector}._domainkey.seller.test`]: { TXT } });

describe('the DKIM key of the domain we write from', () => {
  it.each([
    ['where the operator says', dkim('ours', `v=DKIM1; k=rsa; p=${rsaKey(2048)}`), 'ours'],
    ['under a usual name', dkim('selector1', `v=DKIM1;p=${rsaKey(2048)}`), null],
    ['as Ed25519', dkim('ours', `v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`), 'ours'],
  ])('is found %s', async (_where, zone, selector) => {
    expect(await finding('dkim', zone, selector)).toMatchObject({ state: 'right' });
  });

  it.each([
    ['is not there', {}, /no DKIM key at ours\._domainkey\.seller\.test/],
    ['was revoked', dkim('ours', 'v=DKIM1; p='), /was revoked/],
    ['is too short', dkim('ours', `p=${rsaKey(512)}`), /has 512 bits, too few to count/],
    ['was cut', dkim('ours', `p=${rsaKey(2048).slice(0, 200)}`), /nobody can read the key/],
    ['has a second one beside it', dkim('ours', `p=${rsaKey(1024)}`, `p=${rsaKey(1024)}`), /2 keys/],
  ])('is wrong when it %s, and the operator reads what to do', async (_how, zone, sentence) => {
    const { state, said } = await finding('dkim', zone, 'ours');
    expect({ state, said }).toEqual({ state: 'wrong', said: expect.stringMatching(sentence) });
  });

  it('is neither right nor wrong when nobody knows its name', async () => {
    const { state, said } = await finding('dkim', {});
    expect({ state, said }).toEqual({ state: 'unknown', said: expect.stringMatching(/--dkim-selector NAME/) });
  });
});

describe('the DMARC record of the domain we write from', () => {
  it('is right when it stands there, and hints come with it', async () => {
    const zone = { '_dmarc.seller.test': { TXT: ['v=DMARC1; p=none'] } };
    const { state, said } = await finding('dmarc', zone);
    expect({ state, said }).toEqual({ state: 'right', said: expect.stringMatching(/p=none.*rua=mailto/) });
  });

  it('is that of the organisation when a part of it has none', async () => {
    peer.serve({ '_dmarc.seller.test': { TXT: ['v=DMARC1; p=reject; sp=quarantine; rua=mailto:x@seller.test'] } });
    const account = { address: 'a@mail.seller.test', smtp: { host: '127.0.0.1', port: 25 }, dkimSelector: null };
    expect(await checkDomain(account, dnsRecords())).toContainEqual({
      name: 'dmarc',
      state: 'right',
      said: '_dmarc.seller.test says p=quarantine.',
    });
  });

  it.each([
    ['is missing', {}, /has no DMARC record; publish/],
    [
      'stands there twice',
      { '_dmarc.seller.test': { TXT: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] } },
      /2 DMARC records/,
    ],
    ['has no policy', { '_dmarc.seller.test': { TXT: ['v=DMARC1; rua=mailto:x@seller.test'] } }, /has no policy/],
  ])('is wrong when it %s, and the operator reads what to do', async (_how, zone, sentence) => {
    const { state, said } = await finding('dmarc', zone);
    expect({ state, said }).toEqual({ state: 'wrong', said: expect.stringMatching(sentence) });
  });
});

describe('a DNS that fails', () => {
  it.each(['spf', 'dkim', 'dmarc'] as const)('makes nothing wrong: %s', async (name) => {
    const fails = { fails: true };
    const zone = { 'seller.test': fails, 'ours._domainkey.seller.test': fails, '_dmarc.seller.test': fails };
    const { state, said } = await finding(name, zone, 'ours');
    expect({ state, said }).toEqual({ state: 'unknown', said: expect.stringMatching(/the DNS does not answer for/) });
  });
});

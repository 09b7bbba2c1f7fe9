import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { otzyvy } from '../../../../libs/product/testing/otzyvy';
import { playScript } from './play-script';

const EXAMPLE = readFileSync(join(__dirname, '../../../../docs/simulate.example.yaml'), 'utf8');

describe('the example script', () => {
  it('plays a whole conversation, from the opening letter to the stop', () => {
    const { words } = playScript(EXAMPLE, otzyvy(), []);
    expect(words).toMatch(/^Mon 23 Nov 2026, 10:00 {2}the conversation began → writes opening, now drafting-offer\n/);
    expect(words).toMatch(/▶ Mon 23 Nov 2026, 12:00 .*\n( {4}.*\n|\n)+ {4}📎 napoleon-otzyvy-ru\.pdf\n/);
    expect(words).toMatch(/Mon 7 Dec 2026, 09:00 {2}the time came: comes back → writes reminder/);
    expect(words).toMatch(/\[operator\]\n {4}Анна, давайте созвонимся\.\n/);
    expect(words).toMatch(/Thu 7 Jan 2027, 14:00 {2}the end: stopped$/);
  });

  it('says the same to a program, with the reasons but without the settings of every turn', () => {
    const { json } = playScript(EXAMPLE, otzyvy(), []);
    expect(json).toMatchObject({ stage: 'stopped', due: null });
    expect(JSON.stringify(json)).toContain('"event":"messageUnderstood"');
    expect(JSON.stringify(json)).not.toContain('workingHours');
  });
});

import { LineCounter, parseDocument } from 'yaml';
import { LANGUAGES } from '@app/domain/language';
import { contactAddress } from '../arguments/contact-address';
import { oneLine } from '../arguments/one-line';
import { oneOf } from '../arguments/one-of';
import { timeZone as knownTimeZone } from '../arguments/time-zone';
import { readMoment } from './read-moment';
import { readStep } from './read-step';
import type { Script, ScriptContact } from './script';
import { scriptMistake } from './script-mistake';
import { ScriptNode } from './script-node';

/**
 * Reads a script (YAML: `start`, `contact`, `steps`); its moments are local to `timeZone`. Throws a `Mistake` of one
 * sentence that names the line.
 */
export function readScript(yaml: string, timeZone: string): Script {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const [what = ''] = error.message.split(' at line', 1);
    throw scriptMistake(lines.linePos(error.pos[0]).line, `this is not YAML (${what}); mend it.`);
  }
  const top = new ScriptNode(document.contents, 1, lines).entries(['start', 'contact', 'steps']);
  return {
    start: needed(top.get('start'), 'start', 1).as((text) => readMoment(text, timeZone)),
    contact: readContact(needed(top.get('contact'), 'contact', 1)),
    steps: needed(top.get('steps'), 'steps', 1)
      .items()
      .map((step) => readStep(step, timeZone)),
  };
}

function readContact(node: ScriptNode): ScriptContact {
  const said = node.entries([
    'name',
    'company',
    'email',
    'telegram',
    'language',
    'timeZone',
    'interests',
    'source',
    'ground',
    'referrer',
  ]);
  const line = (name: 'name' | 'company' | 'source' | 'ground'): string =>
    said.get(name)?.as((text) => oneLine(name, text)) ?? '';
  return {
    name: line('name'),
    company: line('company'),
    address: needed(said.get('email') ?? said.get('telegram'), 'email', node.line).as(contactAddress),
    language: said.get('language')?.as((text) => oneOf('language', LANGUAGES, text)) ?? 'ru',
    timeZone: said.get('timeZone')?.as((text) => knownTimeZone('timeZone', text)) ?? null,
    interests:
      said
        .get('interests')
        ?.items()
        .map((interest) => interest.text()) ?? [],
    consent: { source: line('source'), ground: line('ground') },
    referrer: readReferrer(said.get('referrer')),
  };
}

function readReferrer(node: ScriptNode | undefined): ScriptContact['referrer'] {
  const said = node?.entries(['name', 'company']);
  return said ? { name: said.get('name')?.text() ?? '', company: said.get('company')?.text() ?? '' } : null;
}

function needed(node: ScriptNode | undefined, name: string, line: number): ScriptNode {
  if (!node) throw scriptMistake(line, `"${name}" is missing; add it.`);
  return node;
}

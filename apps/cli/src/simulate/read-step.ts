import { DateTime } from 'luxon';
import type { MachineWrote } from '@app/domain/event';
import type { CalendarAnswer } from '@app/domain/machine-facts';
import { calendarDay } from '../arguments/day';
import { emailAddress } from '../arguments/email-address';
import { oneOf } from '../arguments/one-of';
import { readDuration, readMoment } from './read-moment';
import { OPERATOR_WORDS, SCRIPTED_OUTCOMES, type OperatorWord, type Step, type StepBody } from './script';
import { scriptMistake } from './script-mistake';
import type { ScriptNode } from './script-node';

const STEPS = [
  'contact',
  'stranger',
  'machine',
  'away',
  'calendar',
  'press',
  'telegram',
  'wait',
  'until',
  'operator',
  'settle',
] as const;

type StepName = (typeof STEPS)[number];

const MACHINES = [
  'auto_reply',
  'bounce_hard',
  'bounce_soft',
  'list',
  'receipt',
  'calendar',
] as const satisfies readonly MachineWrote['kind'][];

/** Reads one step: a name, a colon and what it is about. */
export function readStep(node: ScriptNode, timeZone: string): Step {
  const [named, ...others] = node.entries(STEPS);
  if (!named || others.length > 0) throw scriptMistake(node.line, 'one step is one name; begin the next with "- ".');
  const [name, about] = named;
  return { line: node.line, ...bodyOf(name, about, timeZone) };
}

function bodyOf(name: StepName, about: ScriptNode, timeZone: string): StepBody {
  switch (name) {
    case 'contact':
    case 'stranger': {
      const texts = about.isList ? about.items().map((item) => item.text()) : [about.text()];
      return { type: 'contact', texts, senderKnown: name === 'contact' };
    }
    case 'machine':
      return { type: 'machine', kind: about.as((text) => oneOf('machine', MACHINES, text)) };
    case 'away': {
      const said = about.entries(['back', 'instead']);
      const instead = said.get('instead');
      return {
        type: 'away',
        back: said.get('back')?.as((text) => calendarDay('back', text)) ?? null,
        instead: instead ? addressesOf(instead) : [],
      };
    }
    case 'calendar':
      return { type: 'calendar', answer: about.as((text) => oneOf('calendar', CALENDAR_ANSWERS, text)) };
    case 'press':
      about.as((text) => oneOf('press', ['unsubscribe'], text));
      return { type: 'unsubscribe' };
    case 'telegram':
      about.as((text) => oneOf('telegram', ['start'], text));
      return { type: 'contactStarts' };
    case 'wait': {
      const duration = about.as(readDuration);
      return { type: 'wait', until: (now) => DateTime.fromJSDate(now, { zone: timeZone }).plus(duration).toJSDate() };
    }
    case 'until': {
      const moment = about.as((text) => readMoment(text, timeZone));
      return { type: 'wait', until: () => moment };
    }
    case 'operator':
      return { type: 'operator', ...about.as(readOperatorWord) };
    case 'settle':
      return { type: 'settle', outcome: about.as((text) => oneOf('settle', SCRIPTED_OUTCOMES, text)) };
  }
}

const CALENDAR_ANSWERS = ['accepted', 'declined', 'tentative'] as const satisfies readonly CalendarAnswer['answer'][];

function addressesOf(instead: ScriptNode): string[] {
  return (instead.isList ? instead.items() : [instead]).map((one) => one.as(emailAddress));
}

/** `reply "Hello."`: a word, and the operator's own words with or without quotes. */
function readOperatorWord(text: string): { readonly word: OperatorWord; readonly words: string } {
  const [, first = '', rest = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const words = rest.trim().replace(/^"([\s\S]*)"$/, '$1');
  return { word: oneOf('operator', OPERATOR_WORDS, first), words };
}

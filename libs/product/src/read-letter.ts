import { isInitiated, type TemplatedLetter } from '@app/domain/letter';
import { checked, type Checked } from './checked';
import { checkTemplate, type TemplateSource } from './check-template';
import type { LetterTemplate } from './product';
import { variablesOf } from './template-variables';

/** Reads one letter: `Subject: …` and a blank line where the letter has a subject of its own, then the text. */
export function readLetter(letter: TemplatedLetter, path: string, content: string): Checked<LetterTemplate> {
  const { subject, text } = split(path, content);
  const variables = variablesOf(letter);
  const problems = [
    ...subjectProblems(letter, path, content, subject),
    ...(subject ? checkTemplate(subject, variables) : []),
    ...(text.source.trim() === '' ? [`${path}:${text.firstLine}: the letter has no text; write it here.`] : []),
    ...checkTemplate(text, variables),
  ];
  return checked(subject ? { subject: subject.source, text: text.source } : { text: text.source }, problems);
}

interface Parts {
  readonly subject: TemplateSource | undefined;
  readonly text: TemplateSource;
}

function split(path: string, content: string): Parts {
  const [first = '', ...rest] = content.split('\n');
  const subject = SUBJECT.exec(first)?.[1];
  if (subject === undefined) return { subject: undefined, text: { path, firstLine: 1, source: content } };
  return {
    subject: { path, firstLine: 1, source: subject.trim() },
    text: { path, firstLine: 2, source: rest.join('\n') },
  };
}

const SUBJECT = /^Subject:(.*)$/;

function subjectProblems(
  letter: TemplatedLetter,
  path: string,
  content: string,
  subject: TemplateSource | undefined,
): readonly string[] {
  if (subject === undefined) {
    return opensThread(letter)
      ? [`${path}:1: this letter opens a thread; begin the file with 'Subject: …' and a blank line.`]
      : [];
  }
  if (!isInitiated(letter))
    return [`${path}:1: an answer keeps the subject of its thread; remove the 'Subject:' line.`];
  const second = content.split('\n')[1] ?? '';
  return [
    ...(subject.source === '' ? [`${path}:1: the subject is empty; write it after 'Subject:'.`] : []),
    ...(second.trim() === '' ? [] : [`${path}:2: the subject ends with its line; leave this line blank.`]),
  ];
}

function opensThread(letter: TemplatedLetter): boolean {
  return letter === 'opening' || letter === 'referral-opening';
}

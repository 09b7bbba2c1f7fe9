import { setTimeout as pause } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { Language } from '@app/domain/language';
import type { CommandBody } from '@app/persistence/commands/command.schema';
import { addContact } from '../add-contact';
import { CONTACT } from '../cast';
import { nextAddress } from '../next-address';
import { check } from './check';
import { checkArrived } from './check-letters';
import { checkSuppressed } from './check-suppressed';
import { at, ZONE } from './calendar';
import type { Scene } from './scene';
import { SCRIPT, type Script } from './script';
import type { Step } from './step';

/** From the opening to a stop that holds. */
export function stepsIn(language: Language): readonly Step<Scene>[] {
  const { name, company, domain } = CONTACT[language];
  const contact = { name, company, language, address: nextAddress(domain, []) };
  const part: Part = { contact, colleague: `oleg@${domain}`, script: SCRIPT[language] };
  return [
    { title: 'the agent writes first', play: opening(part) },
    { title: 'a question is answered from the product’s knowledge', play: question(part) },
    { title: 'the presentation is sent as a PDF', play: presentation(part) },
    { title: 'asked to come back on 1 December, it agrees on the day', play: postponement(part) },
    { title: 'it is silent before that day', play: silence },
    { title: 'it writes again on that day', play: reminder(part) },
    {
      title: 'pointed to a colleague, it thanks, writes to him and says who pointed it there',
      play: redirection(part),
    },
    { title: 'told to stop, it says nothing more', play: stop(part) },
    {
      title: 'nothing makes it write there again: no restart, no operator, no new contact, no time',
      play: never(part),
    },
  ];
}

interface Part {
  readonly contact: {
    readonly name: string;
    readonly company: string;
    readonly language: Language;
    readonly address: string;
  };
  readonly colleague: string;
  readonly script: Script;
}

function opening({ contact }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const { letters } = await scene.order(addContact(contact));
    const { mail } = await checkArrived(letters, 'opening', contact.address, scene.installation);
    check(mail.subject.includes(contact.company), 'the subject should name the company');
    await scene.checkStage(contact.address, 'awaiting-reply');
  };
}

function question({ contact, script }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const letters = await scene.say(contact.address, script.question);
    const { mail } = await checkArrived(letters, 'answer', contact.address, scene.installation);
    check(mail.text?.includes(script.answer) === true, `the answer should say "${script.answer}"`);
  };
}

function presentation({ contact, script }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const letters = await scene.say(contact.address, script.presentation);
    const { mail } = await checkArrived(letters, 'presentation', contact.address, scene.installation);
    const [file] = mail.attachments;
    const begins = Buffer.from(file?.content ?? []).toString('latin1', 0, 5);
    check(file?.contentType === 'application/pdf' && begins === '%PDF-', 'the attachment should be a PDF');
    check(file.size > 10_000, `the presentation should be more than ${String(file.size)} bytes long`);
  };
}

function postponement({ contact, script }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const letters = await scene.say(contact.address, script.postponement);
    const { mail } = await checkArrived(letters, 'postpone-agreed', contact.address, scene.installation);
    check(mail.text?.includes(script.day) === true, `the letter should name ${script.day}`);
    await scene.checkStage(contact.address, 'postponed');
  };
}

async function silence(scene: Scene): Promise<void> {
  const before = scene.installation.mailbox.letters.length;
  await scene.moveClockTo(at('2026-11-30T23:59'));
  // What would come too early is under way within milliseconds.
  await pause(500);
  check(scene.installation.mailbox.letters.length === before, 'no letter should come before the day');
}

function reminder({ contact }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const letters = await scene.moveClockTo(at('2026-12-01T09:00'));
    const { mail } = await checkArrived(letters, 'reminder', contact.address, scene.installation);
    const day = DateTime.fromJSDate(mail.date ?? new Date(0), { zone: ZONE }).toISODate();
    check(day === '2026-12-01', `the reminder should be dated 2026-12-01, not ${day ?? ''}`);
    await scene.checkStage(contact.address, 'awaiting-reply');
  };
}

function redirection({ contact, colleague, script }: Part): Step<Scene>['play'] {
  return async (scene) => {
    // The day's letters to one company are spread over its hours, and the reminder was one.
    await scene.moveClockTo(at('2026-12-01T12:00'));
    const letters = await scene.say(contact.address, script.redirection(colleague));
    const [thanks, opening] = [contact.address, colleague].map((address) => letters.filter(({ to }) => to === address));
    await checkArrived(thanks ?? [], 'redirect-thanks', contact.address, scene.installation);
    const { mail } = await checkArrived(opening ?? [], 'referral-opening', colleague, scene.installation);
    check(mail.text?.includes(contact.name) === true, `the opening should name ${contact.name}, who pointed us there`);
    await scene.checkStage(contact.address, 'redirected');
  };
}

function stop({ colleague, script }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const letters = await scene.say(colleague, script.stop);
    check(letters.length === 0, 'no letter should follow a stop');
    await scene.checkStage(colleague, 'stopped');
    await checkSuppressed(colleague, true, scene.installation);
  };
}

function never({ contact, colleague, script }: Part): Step<Scene>['play'] {
  return async (scene) => {
    const { _id: contactId } = await scene.contactAt(colleague);
    const attempts: readonly CommandBody[] = [
      { type: 'restartContact', contactId },
      { type: 'replyToContact', contactId, text: script.afterwards },
      addContact({ ...contact, name: '', address: colleague }),
    ];
    for (const attempt of attempts) {
      const { status, letters } = await scene.order(attempt);
      check(status === 'refused' && letters.length === 0, `${attempt.type} should be refused, and send nothing`);
    }
    const letters = await scene.moveClockTo(at('2027-03-01T10:00'));
    check(letters.length === 0, 'no letter should come three months later');
    const { mailbox } = scene.installation;
    check(mailbox.letters.filter(({ to }) => to === colleague).length === 1, 'the opening should be all that was sent');
  };
}

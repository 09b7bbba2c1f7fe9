import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '@app/domain/language';
import type { Letter } from '@app/domain/letter';
import { telegramAddress } from '@app/domain/address';
import type { SentByBot } from '../../../../test/support/telegram/emulator';
import { addContact } from '../add-contact';
import { CONTACT } from '../cast';
import { at } from '../scripted/calendar';
import { check } from '../scripted/check';
import { checkSuppressed } from '../scripted/check-suppressed';
import type { Step } from '../scripted/step';
import type { ChatScene } from './chat-scene';
import { CHAT_SCRIPT } from './chat-script';
import { giveLink } from './give-link';

/** A whole conversation in Telegram, from the link to a stop, and past it by the contact's own word. */
export function chatSteps(language: Language): readonly Step<ChatScene>[] {
  return [
    { title: 'before Start the agent is silent', play: (scene) => waitForStart(scene, language) },
    { title: 'Start with the contact’s link brings the opening', play: pressStart },
    { title: 'a question in two messages gets one answer, from the product’s knowledge', play: question(language) },
    { title: 'a button brings the presentation, a PDF', play: presentation },
    { title: 'asked to come back on 1 December, it agrees on the day', play: postponement(language) },
    { title: 'it is silent before that day', play: silence },
    { title: 'it writes again on that day', play: reminder },
    { title: 'after /stop it says nothing more', play: stop },
    { title: 'Start asks whether it may write again, once, and lifts nothing', play: startAfterStop },
    { title: 'only the button lifts the stop', play: resume },
    { title: 'and the conversation goes on', play: question(language) },
    { title: 'Telegram’s limits were kept', play: checkLimits },
  ];
}

async function waitForStart(scene: ChatScene, language: Language): Promise<void> {
  const { name, company } = CONTACT[language];
  const address = `@${scene.chat.contact.username}`;
  const { status } = await scene.order(addContact({ name, company, address, language }));
  check(status === 'done', `the contact should be added, not ${status}`);
  await scene.checkStage('awaiting-start');
  check(scene.chat.telegram.sent().length === 0, 'nothing should be sent before Start');
}

async function pressStart(scene: ChatScene): Promise<void> {
  const { _id } = await scene.contact();
  const link = await giveLink(_id, scene.installation);
  const arrived = await scene.start(link.searchParams.get('start') ?? '');
  await checkArrived(arrived, 'opening', scene);
  await scene.checkStage('awaiting-reply');
  const { telegram } = await scene.contact();
  check(telegram?.userId === scene.chat.contact.id, 'the Telegram account should be the contact’s');
}

function question(language: Language): Step<ChatScene>['play'] {
  const { thanks, question: asked, answer } = CHAT_SCRIPT[language];
  return async (scene) => {
    const arrived = await scene.say(thanks, asked);
    await checkArrived(arrived, 'answer', scene);
    check(textOf(arrived).includes(answer), `the answer should say "${answer}"`);
  };
}

async function presentation(scene: ChatScene): Promise<void> {
  const arrived = await scene.choose('presentation');
  await checkArrived(arrived, 'presentation', scene);
  const file = arrived.find(({ method }) => method === 'sendDocument')?.file;
  const begins = Buffer.from(file?.bytes ?? []).toString('latin1', 0, 5);
  check(file?.type === 'application/pdf' && begins === '%PDF-', 'a PDF should have come');
}

function postponement(language: Language): Step<ChatScene>['play'] {
  const { postponement: words, day } = CHAT_SCRIPT[language];
  return async (scene) => {
    const arrived = await scene.say(words);
    await checkArrived(arrived, 'postpone-agreed', scene);
    check(textOf(arrived).includes(day), `the message should name ${day}`);
    await scene.checkStage('postponed');
  };
}

async function silence(scene: ChatScene): Promise<void> {
  const early = await scene.moveClockTo(at('2026-11-30T23:59'));
  // What would come too early is under way within milliseconds.
  await pause(500);
  check(early.length === 0, 'nothing should come before the day');
}

async function reminder(scene: ChatScene): Promise<void> {
  const arrived = await scene.moveClockTo(at('2026-12-01T09:00'));
  await checkArrived(arrived, 'reminder', scene);
  await scene.checkStage('awaiting-reply');
}

async function stop(scene: ChatScene): Promise<void> {
  const arrived = await scene.say('/stop');
  check(arrived.length === 0, 'nothing should follow a stop');
  await scene.checkStage('stopped');
  await checkSuppressed(accountOf(scene), true, scene.installation);
}

async function startAfterStop(scene: ChatScene): Promise<void> {
  const arrived = await scene.start();
  await checkArrived(arrived, 'ask-to-resume', scene);
  check(arrived.flatMap(({ buttons }) => buttons.flat()).length === 2, 'it should have two buttons');
  check((await scene.start()).length === 0, 'it should be asked once');
  await checkSuppressed(accountOf(scene), true, scene.installation);
}

async function resume(scene: ChatScene): Promise<void> {
  await scene.choose('resume-yes');
  await checkSuppressed(accountOf(scene), false, scene.installation);
}

function checkLimits({ chat }: ChatScene): Promise<void> {
  const refused = chat.telegram.calls().filter(({ code }) => code !== 200);
  check(refused.length === 0, `Telegram should have refused nothing, not ${JSON.stringify(refused[0])}`);
  return Promise.resolve();
}

/** Checks that one letter of this kind has come, in as many messages as it needs. */
async function checkArrived(arrived: readonly SentByBot[], kind: Letter, scene: ChatScene): Promise<void> {
  check(arrived.length > 0, `a message "${kind}" should have arrived`);
  const { db } = scene.installation;
  const sent = await db.outbox.find({ channel: 'telegram', outcome: 'sent' }).sort({ createdAt: -1 }).limit(1).lean();
  check(sent[0]?.letters.join() === kind, `the message should be "${kind}", not "${sent[0]?.letters.join() ?? ''}"`);
}

function accountOf({ chat }: ChatScene): string {
  return telegramAddress(chat.contact.id);
}

function textOf(arrived: readonly SentByBot[]): string {
  return arrived.map(({ text }) => text).join('\n');
}

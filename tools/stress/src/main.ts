import { startInstallation } from '@app/peers/installation/installation';
import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { MessageStore } from '@app/persistence/messages/message.store';
import { readKeyFile } from '@app/runtime/config/read-key-file';
import { errorWords } from '@app/runtime/error-words';
import { choices } from './choices';
import { orderOfCommits } from './claims-after-stop';
import { Crew } from './crew';
import { AcceptedMails, compareDeliveries } from './deliveries';
import { Contacts } from './killings/contacts';
import { playKillings, untilQuiet } from './killings/play-killings';
import { wrongStories } from './killings/wrong-stories';
import { playRound } from './opt-out-race/play-round';
import { Random } from './random';
import { replayedDifferently } from './replayed';
import { verdict } from './verdict';

const ADDRESSES = ['sales@one.test', 'sales@two.test', 'sales@three.test', 'sales@four.test'];

const MOST_SHOWN = 20;

/** Kills processes amid stops and letters, then compares what was promised with what happened; ends with 0 only if all holds. */
async function stress(): Promise<void> {
  const { rounds, conversations, stories, seconds, seed } = choices(process.argv.slice(2));
  const say = (line: string): void => console.log(line);
  say(`seed ${seed}: play the same again with --seed ${seed}`);
  const random = new Random(seed);
  const accepted = new AcceptedMails();
  const storyIds = Array.from({ length: stories }, (_, n) => `story-${n}`);
  const contacts = new Contacts(storyIds, random);
  const onMail = (mail: AcceptedMail): void => {
    accepted.take(mail);
    contacts.take(mail, installation.mail);
  };
  const installation = await startInstallation({
    name: 'stress',
    addresses: ADDRESSES,
    password: 'stress',
    onMail,
    report: say,
  });
  try {
    const { db } = installation;
    const crew = await Crew.start(installation.env);
    installation.closeFirst(() => crew.stop());
    const messages = new MessageStore(db, readKeyFile(installation.env.KEY_FILE));
    for (let round = 1; round <= rounds; round += 1) {
      const contactIds = Array.from({ length: conversations }, (_, n) => `round-${round}-${n}`);
      await playRound({ installation, messages, crew, random, contactIds });
      say(`opt-out race ${round} of ${rounds}: ${conversations} stopped, ${crew.kills} kills so far`);
    }
    if (stories > 0) {
      say(`${stories} contacts live through their stories; a process is killed every few seconds for ${seconds} s`);
      await playKillings({ installation, crew, random, contacts, contactIds: storyIds, seconds });
    }
    say('letters whose gateway died are waited for until they count as uncertain (two minutes)');
    await untilQuiet(db, contacts, stories + rounds * conversations);

    const wrong = await wrongStories(db, storyIds);
    const order = await orderOfCommits(db);
    const deliveries = await compareDeliveries(db, accepted);
    const replayed = await replayedDifferently(db);
    const problems = {
      'wrong letters for': wrong,
      'claimed after a stop:': order.claimedAfterStop,
      'doubled:': deliveries.doubled,
      'missing:': deliveries.missing,
      'replayed differently:': replayed,
    };
    for (const [what, all] of Object.entries(problems)) {
      for (const one of all.slice(0, MOST_SHOWN)) say(`${what} ${one}`);
    }
    const { line, holds } = verdict({
      conversations: await db.conversations.countDocuments({}),
      kills: crew.kills,
      order,
      deliveries,
      wrongStories: wrong.length,
      replayedDifferently: replayed.length,
      expectedStops: rounds * conversations,
    });
    say(line);
    if (!holds) process.exitCode = 1;
  } finally {
    await installation.stop();
  }
}

stress().catch((error: unknown) => {
  process.stderr.write(`The stress could not be played to its end. ${errorWords(error)}\n`);
  process.exitCode = 1;
});

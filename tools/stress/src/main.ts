import type { AcceptedMail } from '@app/peers/mail/accepted-mail';
import { errorWords } from '@app/runtime/error-words';
import type { SentByBot } from '../../../test/support/telegram/emulator';
import { choices } from './choices';
import { lanesOf } from './faults/lanes';
import { Storm } from './faults/storm';
import { examine } from './findings/examine';
import { AcceptedMails } from './findings/mail-deliveries';
import { ChatPeople } from './people/chat-people';
import { MailPeople } from './people/mail-people';
import { Said } from './people/said';
import { playRound, type RoundEnd } from './play-round';
import { Random } from './random';
import { isBroken, report } from './report';
import { openStage, type Stage } from './stage/stage';

/** Lets things go wrong amid letters and stops, then compares what was promised with what happened; ends with 0 only if all holds. */
async function stress(): Promise<void> {
  const { minutes, seed } = choices(process.argv.slice(2));
  const say = (line: string): void => console.log(line);
  const sayWhen = (line: string): void => say(`${process.uptime().toFixed(1).padStart(6)} s  ${line}`);
  say(`seed ${seed}: play the same again with --seed ${seed}`);

  const random = new Random(seed);
  const accepted = new AcceptedMails();
  const said = new Said();
  const mailPeople = new MailPeople(random.branch(), said);
  const chatPeople = new ChatPeople(random.branch(), said);
  const stage = await openStage({
    onMail(mail: AcceptedMail) {
      accepted.take(mail);
      mailPeople.take(mail, stage.installation);
    },
    onSent(message: SentByBot) {
      chatPeople.take(message, stage.telegram);
    },
  });
  try {
    madeOf(stage).forEach(say);
    const storm = new Storm(lanesOf(stage, random), sayWhen);
    const play = { stage, storm, random, said, mailPeople, chatPeople, say: sayWhen };
    const rounds = Math.ceil(minutes);
    const ends: RoundEnd[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      sayWhen(`round ${round} of ${rounds}`);
      ends.push(await playRound(play, round, (minutes / rounds) * MINUTE_MS));
    }
    sayWhen('all is quiet');

    const findings = await examine(stage, { accepted, people: [...mailPeople.all, ...chatPeople.all], ends });
    report(storm.struck, findings).forEach(say);
    if (findings.some(isBroken)) process.exitCode = 1;
  } finally {
    await stage.stop();
  }
}

function madeOf({ installation, small, network }: Stage): string[] {
  return [
    `MongoDB ${installation.mongod}, three nodes`,
    `disk: ${small ? small.disk.how : 'never full: neither mount nor prlimit can be used here'}`,
    `network: ${network.how}`,
  ];
}

const MINUTE_MS = 60_000;

stress().catch((error: unknown) => {
  process.stderr.write(`The stress could not be played to its end. ${errorWords(error)}\n`);
  process.exitCode = 1;
});

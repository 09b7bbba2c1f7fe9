import { setTimeout as pause } from 'node:timers/promises';
import type { Storm } from './faults/storm';
import { OptOutRace } from './opt-out-race/race';
import type { ChatPeople } from './people/chat-people';
import type { MailPeople } from './people/mail-people';
import type { Said } from './people/said';
import { CHAT_STORIES, MAIL_STORIES, type Story } from './people/stories';
import { untilQuiet } from './quiet';
import type { Random } from './random';
import type { Stage } from './stage/stage';

/** What every round is played with. */
export interface Play {
  readonly stage: Stage;
  readonly storm: Storm;
  readonly random: Random;
  readonly said: Said;
  readonly mailPeople: MailPeople;
  readonly chatPeople: ChatPeople;
  readonly say: (line: string) => void;
}

/** What a round left behind that should not be. */
export interface RoundEnd {
  readonly unstopped: readonly string[];
  readonly waiting: readonly string[];
}

/**
 * One round: the race is prepared in calm weather, then everything goes wrong for so long while its contacts say stop and
 * others live through their stories; then the weather is calm again, a month passes, and all comes to its end.
 */
export async function playRound(play: Play, round: number, stormMs: number): Promise<RoundEnd> {
  const { stage, storm, random, said, say } = play;
  const race = new OptOutRace(stage, random.branch());
  const share = stormMs / MINUTE_MS;
  await race.prepare(Array.from({ length: Math.ceil(RACERS * share) }, (_, n) => `race-${round}-${n}`));

  const enough = new AbortController();
  const raging = storm.rage(enough.signal);
  await Promise.all([pause(stormMs), race.run(stormMs * JOIN_PART), joinAll(play, round, stormMs)]);
  enough.abort();
  await raging;

  await stage.crew.complete();
  await untilQuiet(stage, said, say);
  await stage.time.jump(OVER_ALL_TIMERS);
  const waiting = await untilQuiet(stage, said, say);
  return { unstopped: await race.unstopped(), waiting };
}

/** Lets everybody who lives through a story begin it at a random moment of the first part of it. */
async function joinAll({ stage, random, mailPeople, chatPeople }: Play, round: number, stormMs: number): Promise<void> {
  const soon = () => pause(random.between(0, stormMs * JOIN_PART));
  const share = stormMs / MINUTE_MS;
  const byMail = told(MAIL_STORIES, MAIL_PEOPLE * share).map(async (story, n) => {
    await soon();
    await mailPeople.join(stage.installation, `story-${round}-${n}`, story);
  });
  const inChats = told(CHAT_STORIES, CHAT_PEOPLE * share).map(async (story) => {
    await soon();
    chatPeople.join(stage.telegram, story);
  });
  await Promise.all([...byMail, ...inChats]);
}

/** The stories so many people tell, in turn; each is told. */
function told(stories: readonly Story[], people: number): Story[] {
  return Array.from({ length: Math.ceil(people / stories.length) }, () => stories).flat();
}

const MINUTE_MS = 60_000;
/** In a minute: as many as two cores can talk to. */
const RACERS = 100;
const MAIL_PEOPLE = 150;
const CHAT_PEOPLE = 60;

/** Of the storm: the last ones are to have begun before it is over. */
const JOIN_PART = 0.7;

/** Days: more than anything waits for. */
const OVER_ALL_TIMERS = 40;

import type { Person } from '../people/person';
import type { RoundEnd } from '../play-round';
import type { Stage } from '../stage/stage';
import { askedForFinding } from './asked-for';
import { chatFindings } from './chat-deliveries';
import { claimFinding } from './claims-after-stop';
import type { Finding } from './finding';
import { mailFindings, type AcceptedMails } from './mail-deliveries';
import { replayFinding } from './replayed';
import { storyFinding } from './wrong-stories';

/** What was seen from outside. */
export interface Seen {
  readonly accepted: AcceptedMails;
  readonly people: readonly Person[];
  readonly ends: readonly RoundEnd[];
}

/** Holds every promise against what is stored, what arrived and what was seen. */
export async function examine(stage: Stage, { accepted, people, ends }: Seen): Promise<Finding[]> {
  const { db } = stage.installation;
  const rounds = `${ends.length} rounds`;
  return [
    await claimFinding(db),
    { what: 'stops that came to nothing', among: rounds, wrong: ends.flatMap(({ unstopped }) => unstopped) },
    ...(await mailFindings(db, accepted)),
    ...(await chatFindings(db, stage.telegram.sent())),
    await askedForFinding(db),
    await storyFinding(db, people),
    await replayFinding(db),
    { what: 'things that still waited at the end', among: rounds, wrong: ends.flatMap(({ waiting }) => waiting) },
    {
      what: 'services that ended by themselves',
      among: `${stage.crew.pids().length} run in the end`,
      wrong: stage.crew.crashed,
    },
  ];
}

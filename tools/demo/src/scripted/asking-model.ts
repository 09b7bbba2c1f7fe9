import type { Language } from '@app/domain/language';
import type { LlmJob } from '@app/llm-jobs/job';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import type { Turn } from '@app/persistence/turns/turn.schema';
import type { Contact } from '@app/persistence/contacts/contact.schema';
import { addContact } from '../add-contact';
import { CONTACT } from '../cast';
import type { Installation } from '../installation/start-installation';
import { nextAddress } from '../next-address';
import { check } from './check';
import type { Scene } from './scene';
import { SCRIPT } from './script';
import type { Step } from './step';

/** What no code is sure of goes to the model as a job, and the conversation goes on whatever comes of that. */
export function askingModel(language: Language): Step<Scene> {
  const { name, company, domain } = CONTACT[language];
  const address = nextAddress(`model.${domain}`, []);
  return {
    title: 'what it is not sure of, it asks a language model; without an answer in time, a person goes on',
    play: async (scene) => {
      await scene.order(addContact({ name, company, language, address }));
      await scene.say(address, SCRIPT[language].riddle);
      await checkWay(await scene.contactAt(address), scene);
    },
  };
}

/** The way only: what a model says is nothing to rely on. */
async function checkWay({ _id: contactId, conversationId }: Contact, { installation }: Scene): Promise<void> {
  const { db } = installation;
  const turns = await db.turns.find({ contactId }).sort({ revision: 1, place: 1 }).lean<Turn[]>();
  const unsure = turns.findIndex(({ event }) => event.type === 'readingUnsure');
  check(unsure !== -1, 'the agent should not be sure what this says');
  const asked = turns[unsure]?.effects.find(({ type }) => type === 'askModel');
  const job = asked && (await jobOf(opaqueId(asked.key), installation));
  check(job?.kind === 'understand', 'a model should have been asked what it says');
  const next = turns.slice(unsure + 1).map(({ event }) => event);
  check(
    next.some(({ type }) => GOES_ON.some((one) => one === type)),
    'the conversation should have gone on',
  );
  if (job.status === 'completed') check(job.claimedBy?.startsWith('llm-host') === true, 'llm-host should have done it');
  const conversation = await db.conversations.findById(conversationId).lean();
  check(conversation?.memory.asked === null, 'nothing more should be waited for');
}

function jobOf(id: string, { db }: Installation): Promise<LlmJob | null> {
  return db.llmJobs.findById(id).lean<LlmJob>().exec();
}

const GOES_ON = ['messageUnderstood', 'modelFailed', 'modelAnswerRejected', 'timerFired'] as const;

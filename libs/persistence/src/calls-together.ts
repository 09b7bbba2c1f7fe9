import DataLoader from 'dataloader';

/** Few enough that nobody waits long for the others of his call. */
const MOST_TOGETHER = 128;
/** A call that takes longer holds up no other: its connection may be gone. */
const PATIENCE_MS = 200;

/**
 * Makes one call of many when there is a backlog, and none later when there is not: a call goes at once when none is on its
 * way, and those that come meanwhile go together as soon as it is back, or they are many. `callAll` answers in the order it
 * was asked; when it throws, each is asked alone, so that one that fails fails by itself.
 */
export function callsTogether<Q, A>(
  callAll: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  let waitedFor = 0;
  let gathering: (() => void) | null = null;
  const send = (): void => {
    if (!gathering) return;
    // What asks in the same breath goes along.
    queueMicrotask(gathering);
    gathering = null;
    waitedFor += 1;
  };
  const waitedOnce = (): (() => void) => {
    let isWaitedFor = true;
    return () => {
      if (!isWaitedFor) return;
      isWaitedFor = false;
      waitedFor -= 1;
      if (waitedFor === 0) send();
    };
  };
  const loader = new DataLoader<Q, A>(
    async (questions) => {
      const over = waitedOnce();
      const patience = setTimeout(over, PATIENCE_MS);
      try {
        return await allOrEach(questions, callAll);
      } finally {
        clearTimeout(patience);
        over();
      }
    },
    {
      cache: false,
      maxBatchSize: MOST_TOGETHER,
      batchScheduleFn: (dispatch) => {
        // Others begin to gather only when those before them are as many as go together.
        send();
        gathering = dispatch;
        if (waitedFor === 0) send();
      },
    },
  );
  return (question) => loader.load(question);
}

async function allOrEach<Q, A>(
  questions: readonly Q[],
  callAll: (questions: readonly Q[]) => Promise<readonly A[]>,
): Promise<readonly (A | Error)[]> {
  try {
    return await callAll(questions);
  } catch (error) {
    if (questions.length === 1) throw error;
    return (await Promise.all(questions.map((question) => allOrEach([question], callAll).catch(asErrors)))).flat();
  }
}

function asErrors(error: unknown): readonly Error[] {
  return [error instanceof Error ? error : new Error(String(error))];
}

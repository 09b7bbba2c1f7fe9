import { Injectable } from '@nestjs/common';
import type { ClientSession } from 'mongoose';
import { opaqueId } from '@app/llm-jobs/opaque-id';
import { openConversation } from '../contacts/open-conversation';
import { callsTogether } from '../calls-together';
import { Database } from '../database';
import { isDuplicateKey } from '../duplicate-key';
import { KeyRing } from '../keys/key-ring';
import { approveDrafts } from '../outbox/approve-drafts';
import { holdLetters, letLettersGo } from '../outbox/hold-letters';
import { NOT_BEGUN } from '../outbox/outbox.schema';
import { NO_NOTICE } from '../outbox/outbox.queries';
import { recipientKeys } from '../recipients/recipient-keys';
import { writeLedger } from '../recipients/write-ledger';
import { insertAll, updateEach } from '../write-all';
import { askModel } from './ask-model';
import { carryOutRest } from './carry-out-rest';
import { carryOutTogether } from './carry-out-together';
import type { Turn } from './turn.schema';
import { goesTogether } from './goes-together';
import type { Cancelled, CommitResult, TurnCommit } from './turn-commit';
import { turnsCommitted } from './turns-committed';

/** Commits turns: conversation, history, triggers and effects in one transaction, or none of it. */
@Injectable()
export class TurnStore {
  private readonly commitTogether = callsTogether((commits: readonly TurnCommit[]) => this.tryTogether(commits));

  constructor(
    private readonly db: Database,
    private readonly keys: KeyRing,
  ) {}

  /** In a backlog the commits of several conversations share a transaction; what undoes that one undoes none of theirs. */
  async commit(commit: TurnCommit): Promise<CommitResult> {
    const result = goesTogether(commit) ? await this.commitTogether(commit) : 'apart';
    if (result !== 'apart') return result;
    try {
      return await this.write([commit]);
    } catch (error) {
      // A turn that is taken already: by another brain, or by ourselves when the answer to a commit was lost.
      if (isDuplicateKey(error)) return 'already-taken';
      throw error;
    }
  }

  /** Whatever is wrong with one of several, each is tried alone after that, and no one waits for another. */
  private async tryTogether(commits: readonly TurnCommit[]): Promise<readonly ('committed' | 'apart')[]> {
    const written = commits.length > 1 ? await this.write(commits).catch(() => 'apart') : 'apart';
    return commits.map(() => (written === 'committed' ? 'committed' : 'apart'));
  }

  private async write(commits: readonly TurnCommit[]): Promise<'committed' | 'stale'> {
    let tries = 0;
    const result = await this.db.transaction<'committed' | 'stale'>(async (session, abort) => {
      tries += 1;
      // A conflict of one is no reason for the others to be tried again and again.
      if (tries > 1 && commits.length > 1) return abort('stale');
      if (!(await this.advance(commits, session))) return abort('stale');
      await insertAll(
        this.db.native(this.db.turns),
        commits.flatMap(({ turns }) => turns),
        session,
      );
      if (!(await this.file(commits, session))) return abort('stale');
      await this.markHandled(commits, session);
      if (!(await this.carryOut(commits, session))) return abort('stale');
      return 'committed';
    });
    if (result === 'committed') for (const commit of commits) turnsCommitted.tell(commit);
    return result;
  }

  /** The turns of a conversation, in order. */
  async history(conversationId: string): Promise<Turn[]> {
    return this.db.turns.find({ conversationId }).sort({ revision: 1, place: 1 }).lean<Turn[]>();
  }

  private async advance(commits: readonly TurnCommit[], session: ClientSession): Promise<boolean> {
    const updates = commits.map(({ conversation, stage, memory, thread, channel }) => {
      const { _id, epoch, revision } = conversation;
      const asked = memory.asked && { askedJob: opaqueId(memory.asked.jobId) };
      const next = { stage, memory, thread, channel, revision: revision + 1, lease: null, quarantined: null, ...asked };
      return {
        filter: { _id, epoch, revision, closed: false },
        update: { $set: next, $unset: { unhandledFor: 1, ...(asked ? {} : NO_JOB) } },
      } as const;
    });
    return updateEach(this.db.native(this.db.conversations), updates, { session });
  }

  private async file(commits: readonly TurnCommit[], session: ClientSession): Promise<boolean> {
    const updates = commits
      .flatMap(({ handled }) => handled.unfiled)
      .map(({ id, filing }) => ({
        filter: { _id: id, state: 'new' } as const,
        update: { $set: { ...filing, state: 'filed' } } as const,
      }));
    return updateEach(this.db.native(this.db.messages), updates, { session });
  }

  private async markHandled(commits: readonly TurnCommit[], session: ClientSession): Promise<void> {
    const done = { $unset: { unhandledFor: 1 } } as const;
    const messages = commits.flatMap(({ handled }) => handled.messages);
    if (messages.length > 0) {
      await this.db.native(this.db.messages).updateMany({ _id: { $in: messages } }, done, { session });
    }
    const deliveries = commits.flatMap(({ handled }) => handled.deliveries);
    if (deliveries.length > 0) {
      await this.db.native(this.db.outbox).updateMany({ _id: { $in: deliveries } }, done, { session });
    }
    const timers = commits.flatMap(({ handled }) => handled.timers);
    if (timers.length > 0) {
      await this.db.timers.updateMany({ _id: { $in: timers } }, { $set: { status: 'fired' } }, { session });
    }
    for (const { id, refusedBecause } of commits.flatMap(({ handled }) => handled.commands)) {
      const status = refusedBecause === null ? 'done' : 'refused';
      await this.db.commands.updateOne(
        { _id: id },
        { $set: { status, because: refusedBecause }, ...done },
        { session },
      );
    }
  }

  private async carryOut(commits: readonly TurnCommit[], session: ClientSession): Promise<boolean> {
    const [commit, ...others] = commits;
    if (!commit) return true;
    if (others.length > 0) {
      await carryOutTogether(this.db, session, commits);
      return true;
    }
    const { writes } = commit;
    // Before anything is cancelled: an approved letter may be withdrawn by a later turn of the same commit.
    if (!(await approveDrafts(this.db, session, writes.approved))) return false;
    const cancelled = await this.cancel(commit, session);
    if (!cancelled) return false;
    await askModel(this.db, session, commit);
    await writeLedger(this.db, this.keys, session, commit, cancelled);
    if (!(await carryOutRest(this.db, this.keys, session, commit))) return false;
    await insertAll(this.db.native(this.db.outbox), writes.letters, session);
    await insertAll(this.db.native(this.db.timers), writes.timers, session);
    for (const id of writes.repeated) await this.repeat(id, session);
    // After all that puts a letter on its way.
    if (writes.hold === 'hold') await holdLetters(this.db, session, commit.contact._id);
    if (writes.hold === 'let-go') await letLettersGo(this.db, session, commit.contact._id);
    return this.openAll(writes, session);
  }

  /**
   * An address that this very commit suppresses, itself or its company, or has opened already, is left out: to load again would decide the
   * same, for ever. False when somebody else's commit stands in the way.
   */
  private async openAll(
    { suppressions, conversations }: TurnCommit['writes'],
    session: ClientSession,
  ): Promise<boolean> {
    const stopped = new Set(suppressions.map(({ companyDomain }) => companyDomain));
    const keysOf = (addresses: readonly string[]): string[] =>
      addresses.flatMap((address) => recipientKeys(address, this.keys).all);
    const own = new Set(keysOf(suppressions.flatMap(({ addresses }) => addresses)));
    for (const opened of conversations) {
      const keys = keysOf(opened.contact.addresses);
      const { companyDomain } = opened.contact;
      if (keys.some((key) => own.has(key)) || (companyDomain !== '' && stopped.has(companyDomain))) continue;
      if ((await openConversation(this.db, this.keys, session, opened)) !== 'opened') return false;
      for (const key of keys) own.add(key);
    }
    return true;
  }

  /** What was cancelled, for a suppression to record; null when a letter to withdraw has begun to leave. */
  private async cancel(
    { writes, contact, conversation }: TurnCommit,
    session: ClientSession,
  ): Promise<Cancelled | null> {
    const cancel = { $set: { status: 'cancelled' } } as const;
    const notBegun = { status: { $in: NOT_BEGUN } };
    if (writes.withdrawn.length > 0) {
      const filter = { _id: { $in: writes.withdrawn }, ...notBegun };
      const { modifiedCount } = await this.db.outbox.updateMany(filter, cancel, { session });
      if (modifiedCount !== writes.withdrawn.length) return null;
    }
    // What was cancelled is asked for only where it is recorded: each look costs the contact a round trip.
    const isRecorded = writes.suppressions.length > 0;
    const letters: string[] = [];
    if (writes.cancelLetters) {
      const filter = { contactId: contact._id, ...notBegun, ...NO_NOTICE };
      if (isRecorded) {
        for (const { _id } of await this.db.outbox.find(filter, { _id: 1 }).session(session).lean()) letters.push(_id);
      }
      await this.db.outbox.updateMany(filter, cancel, { session });
    }
    const timers: string[] = [];
    if (writes.cancelTimers) {
      const filter = { conversationId: conversation._id, status: 'scheduled' } as const;
      if (isRecorded) {
        for (const { _id } of await this.db.timers.find(filter, { _id: 1 }).session(session).lean()) timers.push(_id);
      }
      await this.db.native(this.db.timers).updateMany(filter, cancel, { session });
    }
    return { letters, timers };
  }

  private async repeat(id: string, session: ClientSession): Promise<void> {
    await this.db.outbox.updateOne(
      { _id: id, status: 'settled', outcome: { $in: ['uncertain', 'rejected'] } },
      [
        {
          $set: {
            status: 'queued',
            notBefore: '$$NOW',
            outcome: null,
            rejectedFor: null,
            settledAt: null,
            claimId: null,
            repeats: { $add: ['$repeats', 1] },
          },
        },
      ],
      { session, updatePipeline: true },
    );
  }
}

const NO_JOB = { askedJob: 1 } as const;

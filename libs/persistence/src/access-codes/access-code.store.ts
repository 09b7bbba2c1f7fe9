import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import type { AccessCode } from './access-code.schema';
import { accessCodeId } from './give-access-code';

/** The access codes of the demos, and to whom each went. Giving one is part of a turn's commit. */
@Injectable()
export class AccessCodeStore {
  constructor(private readonly db: Database) {}

  /** The code the contact has, else one of the pool that is free; null when none is left. */
  async candidate(productId: string, contactId: string): Promise<string | null> {
    const own = await this.givenTo(productId, contactId);
    if (own !== null) return own;
    const free = await this.db.accessCodes
      .find({ productId, contactId: null }, { code: 1 })
      .sort({ _id: 1 })
      .limit(AMONG)
      .lean<Pick<AccessCode, 'code'>[]>();
    // Contacts who ask at the same time are offered different ones.
    return free[numberOf(contactId) % free.length]?.code ?? null;
  }

  /** The code a contact was given; null when none was. */
  async givenTo(productId: string, contactId: string): Promise<string | null> {
    const given = await this.db.accessCodes.findOne({ contactId, productId }, { code: 1 }).lean();
    return given?.code ?? null;
  }

  /** Adds codes to the pool; those it has, given or free, stay as they are. How many were new. */
  async load(productId: string, codes: readonly string[]): Promise<number> {
    const made = codes.map((code) => ({
      updateOne: {
        filter: { _id: accessCodeId(productId, code) },
        update: { $setOnInsert: { productId, code, contactId: null, givenAt: null } },
        upsert: true,
      },
    }));
    if (made.length === 0) return 0;
    const { upsertedCount } = await this.db.accessCodes.bulkWrite(made, { ordered: false });
    return upsertedCount;
  }

  /** How many codes of the pool are free. */
  async free(productId: string): Promise<number> {
    return this.db.accessCodes.countDocuments({ productId, contactId: null });
  }
}

const AMONG = 50;

function numberOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}

import type { IndexedQuery } from '../indexed-query';

/** Every index of `attachments.chunks`, beside the query it serves. */
export const ATTACHMENT_CHUNK_INDEXES: readonly IndexedQuery[] = [
  {
    serves: 'a content, piece by piece, as GridFS asks for it',
    keys: { files_id: 1, n: 1 },
    options: { name: 'files_id_1_n_1', unique: true },
    example: { filter: { files_id: 'a' }, sort: { n: 1 } },
  },
];

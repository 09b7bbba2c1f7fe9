import type { Document } from 'mongodb';

/** Any document of ours, as the driver reads it. */
export type StoredDocument = Document & { readonly _id: string };

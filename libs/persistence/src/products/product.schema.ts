import { Schema } from 'mongoose';
import type { Product } from '@app/product/product';
import { COLLECTIONS } from '../collections';

/** A product as it was loaded; its files are in GridFS under their SHA-256. */
export type ProductDocument = Omit<Product, 'id'> & {
  readonly _id: string;
  readonly loadedAt: Date;
  /** The approval mode its letters were last made to follow. */
  readonly lettersFollow: Product['settings']['approval'];
};

export const productSchema = new Schema<ProductDocument>(
  {
    _id: { type: String, required: true },
    revision: { type: String, required: true },
    settings: { type: Schema.Types.Mixed, required: true },
    templates: { type: Schema.Types.Mixed, required: true },
    knowledge: { type: [Schema.Types.Mixed], required: true } as never,
    files: { type: [Schema.Types.Mixed], required: true } as never,
    loadedAt: { type: Date, required: true },
    lettersFollow: { type: String, default: 'autopilot' },
  },
  { collection: COLLECTIONS.products, versionKey: false, autoIndex: false, minimize: false },
);

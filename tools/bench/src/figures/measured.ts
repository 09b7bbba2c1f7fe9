/** Figures, and the version of the server they were measured on. */
export interface Measured<T> {
  readonly figures: T;
  readonly mongod: string;
}

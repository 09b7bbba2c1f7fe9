/** A mail of the open folder. */
export interface FolderMail {
  readonly uid: number;
  /** Without its content the header, or nothing where the server gives not even that. */
  readonly source: Buffer;
  /** The sizes of the attachments it was fetched without, in bytes: each stands in the source as an empty one. */
  readonly leftOut: readonly number[];
  /** Why it is without its content; null when it has all but what was left out. */
  readonly without: null | 'too-large' | 'kept-back';
}

import { Readable } from 'node:stream';

/** The bytes of one letter on their way, and how far they are. */
export class OutgoingContent {
  /** The server has said 354 to DATA: only then is the stream read. */
  began = false;
  /** All but the final dot has been given to the connection, and that follows. */
  ended = false;

  constructor(private readonly bytes: Buffer) {}

  stream(): Readable {
    return Readable.from(this.pieces(), { highWaterMark: 1 });
  }

  /** Of a large letter the end is given to the connection only when what comes before it has left. */
  private *pieces(): Iterable<Buffer> {
    this.began = true;
    for (let at = 0; at < this.bytes.byteLength; at += PIECE_BYTES) yield this.bytes.subarray(at, at + PIECE_BYTES);
    this.ended = true;
  }
}

const PIECE_BYTES = 64 * 1024;

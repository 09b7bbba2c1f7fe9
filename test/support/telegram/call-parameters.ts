import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { BotRefusal, badRequest } from './bot-refusal';

/** A file that came with a call as multipart/form-data. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024;

/** The parameters of a call, in whichever of the API's four forms they came. Forms carry objects as JSON in a string. */
export class CallParameters {
  private readonly values: ReadonlyMap<string, unknown>;

  constructor(values: Iterable<readonly [string, unknown]>) {
    this.values = new Map(values);
  }

  /** What may be shown of it: files by their names. */
  get shown(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      [...this.values].map(([name, value]) => [name, isUploaded(value) ? { file: value.name } : value]),
    );
  }

  /** '' when it is missing. */
  text(name: string): string {
    const value = this.values.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  number(name: string, otherwise: number): number {
    const text = this.text(name);
    return /^-?\d+$/.test(text) ? Number(text) : otherwise;
  }

  flag(name: string): boolean {
    return [true, 'true', 'True', '1', 1].includes(this.values.get(name) as never);
  }

  /** Undefined when it is missing; `BotRefusal` when it is no JSON. */
  json(name: string): unknown {
    const value = this.values.get(name);
    if (typeof value !== 'string') return value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }

  /** The file under this name, or the one it points to by `attach://`; null when it is none. */
  upload(name: string): UploadedFile | null {
    const value = this.values.get(name);
    if (isUploaded(value)) return value;
    if (typeof value !== 'string' || !value.startsWith('attach://')) return null;
    return this.upload(value.slice('attach://'.length));
  }
}

/** Reads query and body of a request. Throws `BotRefusal` when they cannot be read. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<CallParameters> {
  const body = await buffer(request);
  if (body.length > UPLOAD_LIMIT_BYTES) throw new BotRefusal(413, 'Request Entity Too Large');
  return new CallParameters([...query, ...(body.length === 0 ? [] : await readBody(request, body))]);
}

async function readBody(request: IncomingMessage, body: Buffer): Promise<readonly (readonly [string, unknown])[]> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return readJson(body);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it warns of large uploads on a public server
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return await Promise.all([...form].map(async ([name, value]) => [name, await fieldOf(value)] as const));
  } catch (cause) {
    throw badRequest(`can't read the body as ${type}: ${String(cause)}`);
  }
}

function readJson(body: Buffer): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(JSON.parse(body.toString('utf8')) as object);
  } catch {
    throw badRequest("can't parse JSON object");
  }
}

async function fieldOf(value: string | File): Promise<string | UploadedFile> {
  if (typeof value === 'string') return value;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}

function isUploaded(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}

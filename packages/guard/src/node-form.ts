import type { IncomingMessage } from 'node:http';
import { type FormSearch, formType, searchForm } from './form.ts';

/**
 * A field of a form that nothing has read yet. The beginning of the body is read and put back, so that whatever parses
 * it afterwards, a parser of uploads too, finds all of it: a refused upload is refused before anything of it is stored.
 */
export async function unreadField(req: IncomingMessage, name: string): Promise<string | undefined> {
  const form = formType(req.headers['content-type']);
  if (form === undefined || !hasBody(req) || !isUnread(req)) return undefined;
  const search = searchForm(form, name);
  const chunks = await peek(req, search);
  if (chunks.length > 0) {
    req.unshift(Buffer.concat(chunks));
    PEEKED.add(req);
  }
  return search.value();
}

/** Whether a body is announced. To listen for one that is empty would end it before its parser comes. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Requests whose body was read by this file alone, and put back. */
const PEEKED = new WeakSet<IncomingMessage>();

function isUnread(req: IncomingMessage): boolean {
  if (typeof req.unshift !== 'function' || req.readableEnded || req.destroyed) return false;
  return PEEKED.has(req) ? req.readableFlowing === null : !req.readableDidRead;
}

/** Takes chunks until the search has enough or the body is at its end, without letting the stream end. */
function peek(req: IncomingMessage, search: FormSearch): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  /** Whether that was all. Reading past the end would end the stream: a complete message with nothing in store is done. */
  const take = (): boolean => {
    while (req.readableLength > 0) {
      const chunk: Buffer | null = req.read();
      if (chunk === null) break;
      chunks.push(chunk);
      if (search.add(chunk)) return true;
    }
    return req.complete;
  };
  // To listen is to read: an empty body would be over before its parser comes.
  if (take()) return Promise.resolve(chunks);
  return new Promise((resolve, reject) => {
    const onReadable = (): void => {
      if (!take()) return;
      stop();
      resolve(chunks);
    };
    const onEnd = (error?: Error): void => {
      stop();
      reject(error ?? new Error('the request ended before its body'));
    };
    function stop(): void {
      req.off('readable', onReadable);
      req.off('error', onEnd);
      req.off('close', onEnd);
    }
    req.on('readable', onReadable);
    req.once('error', onEnd);
    req.once('close', onEnd);
  });
}

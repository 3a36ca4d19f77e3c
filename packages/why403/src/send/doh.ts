// DNS over HTTPS (RFC 8484) for `--doh-url`: two questions, as curl puts them. Node has no client for it, and of the libraries that write
// DNS messages (RFC 1035) all bring far more than this one question.
import type { SendOptions } from '@why403/core';
import { quoteOutside, SendError } from './error.ts';
import { sendOnce } from './once.ts';

const TYPES = [
  [1, 4],
  [28, 6],
] as const;
const MOST_ANSWER = 64 * 1024;
const MOST_TIME = 10_000;

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** The addresses that the server of `--doh-url` gives for a name. The message speaks of that server where it does not answer. */
export async function askOverHttps(
  host: string,
  options: SendOptions,
  signal: AbortSignal,
): Promise<readonly Address[]> {
  const { url, insecure } = options.doh!;
  const { caFile, caPath, crlFile, tlsMin, tlsMax, ciphers, interface: out, ipVersion } = options;
  const tls = { caFile, caPath, crlFile, tlsMin, tlsMax, ciphers, interface: out };
  const way: SendOptions = {
    ...Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== undefined)),
    ...(insecure && { insecure }),
  };
  const wanted = TYPES.filter(([, family]) => ipVersion === undefined || ipVersion === family);
  const answers = await Promise.allSettled(
    wanted.map(async ([type, family]) => {
      const { response } = await sendOnce(
        {
          method: 'POST',
          url,
          headers: [['Content-Type', 'application/dns-message']],
          body: { text: '', bytes: question(host, type) },
        },
        way,
        { total: MOST_TIME, endsAt: performance.now() + MOST_TIME, maxBody: MOST_ANSWER, gate: undefined, signal },
      );
      if (response?.status !== 200) throw new Error(`it answered ${response?.status}`);
      const body = response.body;
      return readAnswer(Buffer.from(body?.bytes ?? Buffer.from(body?.text ?? '', 'utf8')), type).map((address) => ({
        address,
        family,
      }));
    }),
  );
  const found = answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (found.length > 0) return found;
  const failed = answers.find((one) => one.status === 'rejected');
  if (!failed) throw new SendError('DNS', `The server of --doh-url knows no address of ${quoteOutside(host)}.`);
  if (failed.reason instanceof SendError) throw failed.reason;
  throw new SendError(
    'DNS',
    `The server of --doh-url does not resolve ${quoteOutside(host)}: ${failed.reason.message}.`,
  );
}

/** One question, with recursion, and id 0 so that it can be cached (RFC 8484 section 4.1). */
function question(host: string, type: number): Buffer {
  const labels = host.replace(/\.$/, '').split('.');
  if (labels.some((label) => label === '' || Buffer.byteLength(label) > 63) || host.length > 253)
    throw new Error('it is no name that can be looked up');
  return Buffer.concat([
    Buffer.from([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
    ...labels.map((label) => Buffer.concat([Buffer.from([Buffer.byteLength(label)]), Buffer.from(label)])),
    Buffer.from([0, 0, type, 0, 1]),
  ]);
}

/** The addresses of this type in an answer; none where it cannot be followed. */
function readAnswer(message: Buffer, type: number): readonly string[] {
  const found: string[] = [];
  try {
    const code = message[3]! & 15;
    if (code !== 0) return [];
    let at = skipName(message, 12) + 4;
    for (let left = Math.min(message.readUInt16BE(6), 100); left > 0; left--) {
      at = skipName(message, at);
      const length = message.readUInt16BE(at + 8);
      const data = message.subarray(at + 10, at + 10 + length);
      if (message.readUInt16BE(at) === type && data.length === (type === 1 ? 4 : 16))
        found.push(type === 1 ? data.join('.') : data.toString('hex').match(/.{4}/g)!.join(':'));
      at += 10 + length;
    }
  } catch {
    // cut off: what was read before counts
  }
  return found;
}

function skipName(message: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const length = message.readUInt8(at);
    if (length >= 0xc0) return at + 2;
    at += 1 + length;
    if (length === 0) return at;
  }
}

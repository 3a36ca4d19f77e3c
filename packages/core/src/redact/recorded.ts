// The secrets of a recording: those of every exchange in it, also of those that are not told, for any answer may repeat them.
import type { Exchange, Header, Response } from '../model/exchange.ts';
import { header, MOST_HEADERS } from '../model/http.ts';
import { isCommon, isReadable, isTrivial } from './form.ts';
import { isSecretName } from './names.ts';
import { learnExchange } from './redactor.ts';
import { newTextSet } from './text-set.ts';
import type { Vault } from './vault.ts';

/** An answer of what passed is looked at in full up to this; of a longer one the beginning, and what it names a secret. */
const MOST_ANSWER = 4096;
/** Header lines that are known to be learned. */
const MOST_LINES = 100_000;
/** What no text of this kind names a secret in. */
const UNREAD = /image|font|video|audio|octet|wasm|css/i;
// begins with the sign, of which there are few, and not with the name: any word may be one
const NAMED = /[:=]\s{0,5}["']([^"'\s<>]{4,400})["']/g;
const NAME_BEFORE = /([A-Za-z_][\w.-]{1,60})["']?\s{0,5}$/;
const INPUT = /\bname=["']([^"'<>]{1,60})["'][^<>]{0,200}\bvalue=["']([^"'<>]{4,400})["']/gi;

/** Learns one exchange after another; what many of them repeat is looked at once. Says whether it looked at all of it. */
export function recordedLearner(vault: Vault): (exchange: Exchange) => boolean {
  const lines = newTextSet();
  const fresh = (side: string, headers: readonly Header[]): readonly Header[] =>
    headers.filter(([name, value]) => {
      const line = `${side}${name}\0${value}`;
      return lines.size() < MOST_LINES ? lines.add(line) : !lines.has(line);
    });
  return (exchange) => {
    const { request, response } = exchange;
    for (const one of [request, response]) if (one && one.headers.length >= MOST_HEADERS) vault.miss();
    const body = response && shortened(response, vault);
    // the type says how a body is read, and stays
    const typed = (headers: readonly Header[]): readonly Header[] =>
      headers.filter(([name]) => name.toLowerCase() === 'content-type');
    const { body: _, ...answer } = response ?? { status: 0, headers: [] };
    learnExchange(vault, {
      ...exchange,
      request: { ...request, headers: [...typed(request.headers), ...fresh('>', request.headers)] },
      ...(response && {
        response: {
          ...answer,
          headers: [...typed(response.headers), ...fresh('<', response.headers)],
          ...(body !== undefined && body !== '' && { body: { text: body } }),
        },
      }),
    });
    return body === response?.body?.text;
  };
}

/** What is looked at of an answer's body: all of a refusal's. */
function shortened(response: Response, vault: Vault): string | undefined {
  const text = response.body?.text;
  if (text === undefined || response.status >= 400) return text;
  const type = header(response, 'content-type') ?? '';
  if (UNREAD.test(type)) return undefined;
  if (text.length <= MOST_ANSWER && !/javascript/i.test(type)) return text;
  for (const { 1: value = '', index } of text.matchAll(NAMED)) learnNamed(nameBefore(text, index), value, type, vault);
  for (const [, name = '', value = ''] of text.matchAll(INPUT)) learnNamed(name, value, type, vault);
  return /javascript/i.test(type) ? undefined : text.slice(0, MOST_ANSWER);
}

function nameBefore(text: string, at: number): string {
  return NAME_BEFORE.exec(text.slice(Math.max(0, at - 70), at))?.[1] ?? '';
}

function learnNamed(name: string, value: string, type: string, vault: Vault): void {
  if (!isSecretName(name) || isTrivial(value) || isCommon(value)) return;
  // a script names words that are none of anyone's: `key: "ArrowLeft"`
  if (!/javascript/i.test(type) || !isReadable(value)) vault.learn(value);
}

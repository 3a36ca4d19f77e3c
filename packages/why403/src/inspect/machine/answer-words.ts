/** The answer's own words as a program's files would hold them: sentences and codes, without what the request put into them. */
import { type Exchange, htmlMessages } from '@why403/core';

export interface AnswerWords {
  /** Words that hardly stand in the files by chance. */
  readonly own: readonly string[];
  /** Words that every server may say: `Forbidden`. */
  readonly usual: readonly string[];
}

const MOST = 65_536;
const MOST_WORDS = 20;
const USUAL =
  /^(?:error\W*)?(?:40\d\W*|4[12]\d\W*)?(?:forbidden|access[ _-]?denied|permission[ _-]?denied|un-?authori[sz]ed|not[ _-]?(?:found|allowed|authori[sz]ed)|denied|error|no|ok|nope|fail(?:ed|ure)?|method not allowed|false|true|null|bad request|too many requests|client error|you don't have permission to access (?:this|the requested) (?:resource|page).*)?\W*(?:40\d)?\W*$/i;

export function wordsOfAnswer({ request, response }: Exchange): AnswerWords {
  const body = response?.body?.text.slice(0, MOST) ?? '';
  const texts = [...new Set([...piecesOf(body), ...reasonsIn(response?.headers ?? [])])];
  const echoed = echoes(request.url, request.headers);
  const own: string[] = [];
  const usual: string[] = [];
  for (const text of texts) {
    if (text.length < 2 || text.length > 300) continue;
    if (USUAL.test(text)) usual.push(text);
    // a value that was put in stands between the pieces of a template
    else own.push(...split(text, echoed).filter((piece) => piece.length >= 4 && !USUAL.test(piece)));
  }
  return { own: [...new Set(own)].slice(0, MOST_WORDS), usual: [...new Set(usual)].slice(0, MOST_WORDS) };
}

function piecesOf(body: string): readonly string[] {
  const trimmed = body.trim();
  if (/^[[{"]/.test(trimmed))
    try {
      return stringsOf(JSON.parse(trimmed), 0);
    } catch {
      // read as text
    }
  const lines = /<\w+[\s>]/.test(body) ? htmlMessages(body).map(({ text }) => text) : body.split('\n');
  return lines.map((line) => line.trim()).filter(Boolean);
}

function stringsOf(value: unknown, depth: number): readonly string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || depth > 5) return [];
  return Object.values(value).flatMap((one) => stringsOf(one, depth + 1));
}

/** Fields that a program makes up to say why. */
function reasonsIn(headers: readonly (readonly [string, string])[]): readonly string[] {
  return headers.flatMap(([name, value]) => (/^x-.*(?:reason|error|denied|block|code)/i.test(name) ? [value] : []));
}

function echoes(url: string, headers: readonly (readonly [string, string])[]): readonly string[] {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const values = headers.flatMap(([name, value]) =>
    /^(?:host|origin|referer|user-agent|x-.*)$/i.test(name) ? [value] : [],
  );
  const parts = [path, path.split('?', 1)[0] ?? '', ...path.split(/[/?&=]/), ...values];
  return [...new Set(parts)].filter((part) => part.length >= 3).sort((a, b) => b.length - a.length);
}

function split(text: string, echoed: readonly string[]): readonly string[] {
  let rest = text;
  for (const echo of echoed) rest = rest.replaceAll(echo, '\n');
  return rest
    .replace(/(?<![\w-])\d[\d.,:]*(?![\w-])/g, '\n')
    .split('\n')
    .map((piece) => piece.replace(/^[\s"'`:,.(]+|[\s"'`:,.()]+$/g, ''));
}

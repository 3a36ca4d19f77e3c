// What a value holds inside it that may be secret by itself.
import { decodeBase64, looksLikeJwt } from '../model/base64.ts';
import { unescaped } from './decode.ts';
import { isName, isReadable } from './form.ts';
import { SHORTEST } from './whole-set.ts';

/** What a value holds: its decoded text, the claims of a token, the parts of a pair. */
export function insideOf(value: string): readonly string[] {
  const found: string[] = [];
  const plain = unescaped(value)?.text;
  if (plain !== undefined && plain !== value) found.push(plain);
  if (looksLikeJwt(value))
    for (const part of value.split('.').slice(0, 2)) found.push(...stringsOf(decodeBase64(part)));
  else if (value.length >= 8 && /^[\w+/-]+={0,2}$/.test(value)) {
    for (const text of [decodeBase64(value), bytesOf(value)])
      if (text !== undefined && SPEAKABLE.test(text)) found.push(...stringsOf(text));
  }
  // `user:password`, `id.signature`, `prefix_key`: a part of it that is a key by itself
  const parts = value.split(/[\s:.,;|&=/?#@~!$%^*+_<>()[\]{}"'-]+/);
  if (parts.length > 1 && parts.length < 40)
    for (const part of parts) if (part.length >= SHORTEST && isKey(part)) found.push(part);
  const colon = value.indexOf(':');
  if (colon > 0 && !/^[a-z]+:\/\//i.test(value) && !/\s/.test(value.slice(0, colon)))
    found.push(value.slice(colon + 1));
  return found;
}

/** Text of any language, and nothing that no text holds. */
const SPEAKABLE = /^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]{4,}$/;

/** The bytes of a base64 text as Latin-1, where they hold any beyond ASCII. */
function bytesOf(value: string): string | undefined {
  try {
    const bytes = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    return /[\xa0-\xff]/.test(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a part is a key by itself: no word, or a number longer than a date. */
export function isKey(part: string): boolean {
  return !isReadable(part) || /^\d{10,}$/.test(part);
}

/** The texts of a JSON document that are values, or the text itself. What a claim names openly is not hidden elsewhere. */
function stringsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    const found: string[] = [];
    const visit = (node: unknown, key: string): void => {
      if (found.length > 200) return;
      if (typeof node === 'string' && !/^(?:iss|aud|scope|scp|scopes|roles?|typ|alg|permissions?)$/.test(key)) {
        if (!isReadable(node) || !isName(node)) found.push(node);
      } else if (node !== null && typeof node === 'object') for (const [k, v] of Object.entries(node)) visit(v, k);
    };
    const document: unknown = JSON.parse(text);
    // a number alone is a text of digits
    if (typeof document !== 'object') return [text];
    visit(document, '');
    return found;
  } catch {
    return [text];
  }
}

import type { Header } from '../../model/exchange.ts';
import { decodeUtf8, encodeUtf8 } from '../parts/bytes.ts';
import { balancedEnd } from '../text/literal.ts';
import { findHeader } from './read-message.ts';

/**
 * The body of a pasted answer without what a terminal, an editor or a log put behind it. Where its length is told that decides, else where
 * its JSON or its page ends and other lines follow.
 */
export function ownBody(text: string, headers: readonly Header[]): string {
  if (/\bchunked\b/i.test(findHeader(headers, 'transfer-encoding') ?? '') && /^[0-9a-f]{1,8}\r?\n/i.test(text))
    return text;
  return byLength(text, headers) ?? byForm(text) ?? text;
}

function byLength(text: string, headers: readonly Header[]): string | undefined {
  const length = Number(findHeader(headers, 'content-length') ?? Number.NaN);
  if (!Number.isInteger(length) || length <= 0 || length >= text.length * 3) return undefined;
  const bytes = encodeUtf8(text);
  const rest = decodeUtf8(bytes.subarray(length));
  return length < bytes.length && /^\r?\n/.test(rest) && rest.trim() !== ''
    ? decodeUtf8(bytes.subarray(0, length))
    : undefined;
}

function byForm(text: string): string | undefined {
  const start = text.search(/\S/);
  if (start < 0) return undefined;
  const head = text.slice(start, start + 300_000);
  if (/^[{[]/.test(head)) {
    const end = balancedEnd(head, 0);
    return end > 0 && isTail(head.slice(end)) && isJson(head.slice(0, end)) ? head.slice(0, end) : undefined;
  }
  if (!/^<(?:!doctype html|html)/i.test(head)) return undefined;
  const close = head.toLowerCase().indexOf('</html>');
  return close > 0 && isTail(head.slice(close + 7)) ? head.slice(0, close + 7) : undefined;
}

/** Other lines follow. */
function isTail(rest: string): boolean {
  return /^[ \t]{0,9}\r?\n/.test(rest) && rest.trim() !== '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

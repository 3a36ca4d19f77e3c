// JSON read by its tokens, so that what is cut off, wrapped or repeated is read as far as it goes; strings that hold JSON, a URL or
// markup are read in turn.

import type { Side } from './body.ts';
import { bodyCuts, graphqlCuts } from './body.ts';
import { boundedCuts, type Cut, MOST_CUTS, shifted } from './cuts.ts';
import { JSON_ESCAPE, unescaped } from './decode.ts';
import { isCommon, isName, isTime, isTrivial } from './form.ts';
import { looksLikeMarkup, markupCuts } from './markup.ts';
import { isSecretName, isTimeName, policyOf } from './names.ts';
import { sentenceCuts } from './sentence.ts';
import { isId, urlCuts } from './url.ts';

interface Frame {
  readonly object: boolean;
  readonly name: string;
  /** Something around it is the value of a secret's name. */
  readonly secret: boolean;
}

const DEEPEST = 200;
const NESTED = 5;

/** What is not shown of a JSON text. */
export function jsonCuts(text: string, side: Side, name = '', depth = 0, secret = false): readonly Cut[] {
  const cuts: Cut[] = [];
  const stack: Frame[] = [{ object: false, name, secret }];
  let key: string | undefined;
  const token = /["'{}[\],]|[^\s"'{}[\],:]+/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (cuts.length > MOST_CUTS) return boundedCuts(text, cuts);
    const sign = match[0];
    const frame = stack.at(-1)!;
    const current = key ?? (frame.object ? '' : frame.name);
    const hidden = frame.secret || isSecretName(current);
    if (sign === '{' || sign === '[') {
      if (stack.length < DEEPEST) stack.push({ object: sign === '{', name: current, secret: hidden });
      key = undefined;
    } else if (sign === '}' || sign === ']') {
      if (stack.length > 1) stack.pop();
      key = undefined;
    } else if (sign === ',') key = undefined;
    else if (sign === '"' || sign === "'") {
      const start = match.index + 1;
      const end = stringEnd(text, start, sign);
      token.lastIndex = Math.min(text.length, end + 1);
      const after = /\s{0,100}:/y;
      after.lastIndex = end + 1;
      if (frame.object && key === undefined && after.test(text)) {
        key = text.slice(start, end);
        if (!isName(key)) cuts.push({ start, end });
      } else {
        cuts.push(...shifted(stringCuts(text.slice(start, end), current, side, frame.secret, depth), start));
        key = undefined;
      }
    } else {
      const bare = /^\s{0,10}:/y;
      bare.lastIndex = token.lastIndex;
      // a name without quotes, as JavaScript has it
      if (frame.object && key === undefined && bare.test(text)) {
        key = sign;
        if (!isName(key)) cuts.push({ start: match.index, end: match.index + sign.length });
      } else if (!isShownLiteral(sign, current, hidden, side))
        cuts.push({ start: match.index, end: match.index + sign.length });
    }
  }
  return cuts;
}

function isShownLiteral(literal: string, name: string, hidden: boolean, side: Side): boolean {
  if (/^(?:true|false|null|undefined)$/.test(literal)) return true;
  if (!/^-?[\d.]+(?:[eE][+-]?\d{1,3})?$/.test(literal))
    return literal.length <= 3 || (side === 'response' && isCommon(literal));
  if (side === 'response' && policyOf(name, side) !== 'hide' && policyOf(name, side) !== 'strict')
    return literal.length <= 20;
  if (hidden) return false;
  return literal.length <= 4;
}

function stringEnd(text: string, start: number, quote: string): number {
  for (let end = text.indexOf(quote, start); end >= 0; end = text.indexOf(quote, end + 1)) {
    let back = end - 1;
    while (back >= start && text.charCodeAt(back) === 92) back--;
    if ((end - 1 - back) % 2 === 0) return end;
  }
  return text.length;
}

function stringCuts(raw: string, name: string, side: Side, secret: boolean, depth: number): readonly Cut[] {
  if (raw === '') return [];
  const plain = raw.includes('\\') ? unescaped(raw, JSON_ESCAPE) : undefined;
  const value = plain?.text ?? raw;
  const cuts = valueCuts(value, name, side, secret, depth);
  return plain ? cuts.map((cut) => ({ ...cut, start: plain.at[cut.start]!, end: plain.at[cut.end]! })) : cuts;
}

/** What is not shown of the value of a field. */
export function valueCuts(value: string, name: string, side: Side, secret: boolean, depth: number): readonly Cut[] {
  const all: readonly Cut[] = [{ start: 0, end: value.length }];
  const policy = secret ? 'hide' : policyOf(name, side);
  const structured = depth < NESTED && /^\s{0,100}[[{]/.test(value) && /[:,"\]}]/.test(value);
  if (structured && side === 'request' && /^(?:query|mutation|document)$/i.test(name)) return graphqlCuts(value);
  if (structured) return jsonCuts(value, side, name, depth + 1, secret || isSecretName(name));
  if (policy === 'hide')
    return /^(?:true|false|null)$/i.test(value) || (side === 'response' && isCommon(value)) ? [] : all;
  if (isTrivial(value) || (isTimeName(name) && isTime(value))) return [];
  if (side === 'request') {
    if (/^(?:query|mutation|document)$/i.test(name) && /[{(]/.test(value)) return graphqlCuts(value);
    if (depth < NESTED && looksLikeMarkup(value)) return markupCuts(value, side);
    if (depth < NESTED && /\n/.test(value) && /^[ \t]*[\w-]{1,60}:/m.test(value)) return bodyCuts(value, side);
    return policy === 'readable' ? (sentenceCuts(value).length ? all : []) : all;
  }
  if (policy === 'id' && isId(value)) return [];
  if (looksLikeMarkup(value)) return markupCuts(value, side);
  if (policy === 'strict') return /^https?:\/\//i.test(value) ? urlCuts(value) : [{ ...all[0]!, soft: true }];
  return sentenceCuts(value);
}

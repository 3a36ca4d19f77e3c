// HTML and XML read by their tags, with no tree: names of elements and attributes say what a value is.
import type { Side } from './body.ts';
import type { Cut } from './cuts.ts';
import { shifted } from './cuts.ts';
import { isCommon, isName, isTrivial } from './form.ts';
import { policyOf } from './names.ts';
import { seenCuts, sentenceCuts } from './sentence.ts';
import { isId, urlCuts } from './url.ts';

/** Whether a text is HTML or XML. */
export function looksLikeMarkup(text: string): boolean {
  return /^[\s\ufeff]{0,200}<(?:[!?a-z])/i.test(text) && /<\/?[a-z!?][^<]{0,5000}>/i.test(text.slice(0, 20_000));
}

const HTML =
  /<(?:!doctype html|html|head|body|title|h[1-6]|p|div|span|center|br|pre|form|table|script|style|a|b|i|hr|ul|main)\b/i;
const TAG =
  /<(?:!--[\s\S]*?(?:-->|$)|!\[CDATA\[[\s\S]*?(?:\]\]>|$)|[!?/]?[a-zA-Z][^\s<>/=]*(?:"[^"]*"|'[^']*'|[^<>"']+)*>?)/g;
const ATTRIBUTE = /([^\s<>"'/=]{1,100})(\s{0,5}=\s{0,5})("[^"]*"?|'[^']*'?|[^\s<>"']+)/g;
const URL_ATTRIBUTE =
  /^(?:href|src|action|formaction|poster|cite|background|srcset|data|manifest|xmlns(?::.{1,30})?|xsi:schemalocation|.{0,30}:href)$/i;
const PLAIN_ATTRIBUTE =
  /^(?:id|class|name|type|method|rel|lang|xml:lang|charset|content|http-equiv|alt|title|placeholder|for|role|target|media|version|encoding|width|height|style|aria-.{1,30}|autocomplete|dir|property|label|tabindex|colspan|rowspan|align|valign|border|cellpadding|cellspacing|viewbox|fill|d|xml:space|enctype|accept-charset|bgcolor|color|face|size|code|reason|message|error|status)$/i;

/** What is not shown of markup. */
export function markupCuts(text: string, side: Side): readonly Cut[] {
  const cuts: Cut[] = [];
  const html = side === 'response' && HTML.test(text.slice(0, 20_000));
  const open: string[] = [];
  let last = 0;
  for (const { 0: tag, index } of text.matchAll(TAG)) {
    textCuts(text, last, index, open.at(-1) ?? '', side, html, cuts);
    last = index + tag.length;
    if (tag.startsWith('<!--')) cuts.push(...shifted(sentenceOr(side, text.slice(index + 4, last - 3)), index + 4));
    else if (tag.startsWith('<![CDATA['))
      textCuts(text, index + 9, tag.endsWith(']]>') ? last - 3 : last, open.at(-1) ?? '', side, html, cuts);
    else if (/^<[!?]/.test(tag)) declarationCuts(tag, index, side, cuts);
    else {
      const name = /^<[!?/]?([^\s<>/]*)/.exec(tag)![1]!;
      if (tag[1] === '/') {
        const at = open.lastIndexOf(name);
        if (at >= 0) open.length = at;
        continue;
      }
      if (!isName(name)) cuts.push({ start: index + 1, end: index + 1 + name.length });
      attributeCuts(tag, index, side, cuts);
      if (!/\/>$/.test(tag) && !VOID.test(name) && open.length < 500) open.push(name);
    }
  }
  textCuts(text, last, text.length, open.at(-1) ?? '', side, html, cuts);
  // a word may be parted by tags
  return side === 'response' ? [...cuts, ...seenCuts(text)] : cuts;
}

const ID_BEFORE =
  /\b(?:(?:ray|request|reference|incident|event|support|transaction|trace|correlation|denial)[ _-]?(?:id|#|number|code)|reference)(?: is)?\s{0,3}[:#]?\s{0,3}(?:<[a-z][^<>]{0,40}>\s{0,3}){1,2}$/i;
const VOID = /^(?:br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr)$/i;

/** Declarations and instructions: their words stay, and in a request nothing that stands in quotes but a version or an encoding. */
function declarationCuts(tag: string, at: number, side: Side, cuts: Cut[]): void {
  cuts.push(...shifted(sentenceCuts(tag.slice(2)), at + 2));
  if (side === 'response' || /^<\?xml\s/i.test(tag)) return;
  for (const match of tag.matchAll(/"([^"]*)"?|'([^']*)'?/g)) {
    const value = match[1] ?? match[2] ?? '';
    if (!isTrivial(value)) cuts.push({ start: at + match.index + 1, end: at + match.index + 1 + value.length });
  }
}

function sentenceOr(side: Side, text: string): readonly Cut[] {
  return side === 'response' ? sentenceCuts(text) : [{ start: 0, end: text.length }];
}

function textCuts(
  text: string,
  from: number,
  to: number,
  element: string,
  side: Side,
  html: boolean,
  cuts: Cut[],
): void {
  const value = text.slice(from, to);
  const trimmed = value.trim();
  if (trimmed === '' || trimmed.length < 2) return;
  const start = from + value.indexOf(trimmed);
  const name = element.slice(element.indexOf(':') + 1);
  const policy = policyOf(name, side);
  if (!html && policy === 'id' && isId(trimmed)) return;
  const speaks = html || policy === 'readable' || (policy === 'hide' && side === 'response' && isCommon(trimmed));
  if (speaks) {
    // `Ray ID: <strong>…</strong>`: the words that say so stand in the text before
    if (html && /\d/.test(trimmed) && isId(trimmed) && ID_BEFORE.test(text.slice(Math.max(0, from - 60), from))) return;
    cuts.push(...shifted(sentenceCuts(trimmed), start));
    return;
  }
  if (isTrivial(trimmed) && policy !== 'hide') return;
  cuts.push({
    start,
    end: start + trimmed.length,
    ...(policy === 'strict' && side === 'response' && { soft: true as const }),
  });
}

function attributeCuts(tag: string, at: number, side: Side, cuts: Cut[]): void {
  const about = /^<meta\s[^<>]{0,200}name=["']?([\w:.-]{1,80})/i.exec(tag)?.[1];
  const named = about !== undefined && /(?:^|[-_:.])(?:denial|(?:request|ray|trace)[-_]id)$/i.test(about);
  for (const match of tag.matchAll(ATTRIBUTE)) {
    const [, name = '', sign = '', raw = ''] = match;
    const quoted = /^["']/.test(raw);
    const value = quoted ? raw.slice(1).replace(/["']$/, '') : raw;
    const start = at + match.index + name.length + sign.length + (quoted ? 1 : 0);
    if (!isName(name)) cuts.push({ start: at + match.index, end: at + match.index + name.length });
    if (value === '' || (named && name.toLowerCase() === 'content' && isId(value))) continue;
    if (URL_ATTRIBUTE.test(name)) cuts.push(...shifted(urlCuts(value), start));
    else if (PLAIN_ATTRIBUTE.test(name) && side === 'response') cuts.push(...shifted(sentenceCuts(value), start));
    else if (policyOf(name, side) === 'readable' || PLAIN_ATTRIBUTE.test(name)) {
      if (sentenceCuts(value).length) cuts.push({ start, end: start + value.length });
    } else if (!isTrivial(value) || policyOf(name, side) === 'hide') cuts.push({ start, end: start + value.length });
  }
}

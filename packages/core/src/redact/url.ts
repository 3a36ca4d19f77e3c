// A URL by its grammar (RFC 3986): user information, host, segments of the path with their parameters, query, fragment.
import { decodeForm, decodePercent } from '../model/http.ts';
import type { Cut } from './cuts.ts';
import { shifted } from './cuts.ts';
import { isAddress, isCommon, isName, isReadable, isSpoken, isTime, isTrivial } from './form.ts';
import { isSecretName, isTimeName, policyOf } from './names.ts';

/** Whose URL it is: the host of the request itself is shown whatever its form. */
export interface UrlView {
  readonly ownHost?: boolean;
  /** Hosts that are shown. */
  readonly hosts?: ReadonlySet<string>;
}

/** Words of routes behind which a key stands: `/reset/…`, `/hook/…`, `/bot…`. */
const LEADS_TO_SECRET =
  /^(?:web-?)?hooks?$|^reset(?:[-_]?password)?$|^password[-_]?reset$|^(?:reset|access|auth|api|refresh|invite)?[-_]?tokens?$|^invit(?:e|es|ation|ations)$|^verif(?:y|ication)(?:[-_]?email)?$|^confirm(?:ation)?(?:[-_]?email)?$|^activat(?:e|ion)$|^unsubscribe$|^magic(?:[-_]?links?)?$|^shared?$|^bots?$|^api[-_]?keys?$|^keys?$|^secrets?$|^sessions?$|^sid$|^otp$|^codes?$|^tickets?$|^signed$|^sso$|^services$|^callbacks?$|^credentials?$|^passwords?$|^passwd$|^auth$|^login$|^links?$|^k$|^t$|^s$/i;

/** What is not shown of a URL, absolute or not. */
export function urlCuts(url: string, view: UrlView = {}): readonly Cut[] {
  const cuts: Cut[] = [];
  const authority = /^(?:[a-z][a-z0-9+.-]{0,20}:)?\/\/([^/?#\\]*)/i.exec(url);
  const from = authority?.[0].length ?? 0;
  if (authority) cuts.push(...shifted(authorityCuts(authority[1]!, view), from - authority[1]!.length));
  const hash = url.indexOf('#', from);
  const end = hash < 0 ? url.length : hash;
  const mark = url.indexOf('?', from);
  const pathEnd = mark < 0 || mark > end ? end : mark;
  cuts.push(...shifted(pathCuts(url.slice(from, pathEnd)), from));
  if (pathEnd < end) cuts.push(...shifted(pairCuts(url.slice(pathEnd + 1, end)), pathEnd + 1));
  if (hash >= 0) {
    const fragment = url.slice(hash + 1);
    const start = hash + 1;
    if (/[=&]/.test(fragment)) cuts.push(...shifted(pairCuts(fragment), start));
    else if (/^!?\//.test(fragment)) cuts.push(...shifted(pathCuts(fragment), start));
    // the user's own is never sent, so no server says what it is; in a link it is a place on a page
    else if (!view.ownHost) cuts.push(...shifted(pathCuts(fragment), start));
    else if (fragment !== '' && !isCommon(decodePercent(fragment)))
      cuts.push({ start, end: url.length, value: decodePercent(fragment) });
  }
  return cuts;
}

function authorityCuts(authority: string, { ownHost, hosts }: UrlView): readonly Cut[] {
  const at = authority.lastIndexOf('@');
  const cuts: Cut[] = [];
  if (at >= 0) {
    const colon = authority.indexOf(':');
    const split = colon < 0 || colon > at ? at : colon;
    cuts.push({
      start: 0,
      end: split,
      value: decodePercent(authority.slice(0, split)),
      ...(isReadable(authority.slice(0, split)) && { here: true as const }),
    });
    if (split < at) cuts.push({ start: split + 1, end: at, value: decodePercent(authority.slice(split + 1, at)) });
  }
  const host = authority.slice(at + 1);
  if (ownHost || isAddress(host) || hosts?.has(host.toLowerCase())) return cuts;
  let start = at + 1;
  for (const label of host.split('.')) {
    if (!isSpoken(label)) cuts.push({ start, end: start + label.length });
    start += label.length + 1;
  }
  return cuts;
}

/** Segments that are no ordinary words, and all that stand behind a word which leads to a key. */
function pathCuts(path: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let at = 0;
  let leads = false;
  for (const whole of path.split('/')) {
    const [segment = '', ...parameters] = whole.split(';');
    if (segment !== '') {
      if (!isShownSegment(segment, leads))
        cuts.push({ start: at, end: at + segment.length, value: decodePercent(segment) });
      if (LEADS_TO_SECRET.test(segment)) leads = true;
    }
    let start = at + segment.length + 1;
    for (const parameter of parameters) {
      cuts.push(...shifted(pairCuts(parameter), start));
      start += parameter.length + 1;
    }
    at += whole.length + 1;
  }
  return cuts;
}

function isShownSegment(segment: string, leads: boolean): boolean {
  const text = decodePercent(segment);
  if (isTrivial(text) || (leads ? isCommon(text) : text.length <= 3)) return true;
  if (leads) return false;
  // `name=value` and `name:value` within a segment
  const pair = /^([^=:,]{1,60})[=:](.{4,})$/.exec(text);
  if (pair && (isSecretName(pair[1]!) || /^bot\d/.test(pair[1]!))) return false;
  return text.split(/[\s,]+/).every(isReadable);
}

/** What is not shown of `name=value&name=value`. */
export function pairCuts(query: string, side: 'request' | 'response' = 'request'): readonly Cut[] {
  const cuts: Cut[] = [];
  const pattern = /[^&;]+/g;
  for (const match of query.matchAll(pattern)) {
    const pair = match[0];
    const eq = pair.indexOf('=');
    const name = eq < 0 ? pair : pair.slice(0, eq);
    const plain = decodeForm(name);
    if (!isName(plain)) cuts.push({ start: match.index, end: match.index + name.length, value: plain });
    if (eq < 0 || eq === pair.length - 1) continue;
    const value = decodeForm(pair.slice(eq + 1));
    if (isShownValue(plain, value, side)) continue;
    cuts.push({ start: match.index + eq + 1, end: match.index + pair.length, value });
  }
  return cuts;
}

/** Whether the value of a parameter or field may be seen, by its name and its form. */
export function isShownValue(name: string, value: string, side: 'request' | 'response'): boolean {
  const policy = policyOf(name, side);
  if (policy === 'hide') return value === '' || /^(?:true|false|null)$/i.test(value);
  if (isTrivial(value)) return true;
  if (policy === 'id') return isId(value);
  if (isTimeName(name) && isTime(value)) return true;
  return policy === 'readable' && value.split(/[\s,]+/).every((word) => isReadable(word));
}

/** Whether a text has the form of an id that names a request. One that names its parts names no secret among them. */
export function isId(value: string): boolean {
  // a guard's sealed denial opens with the owner's key alone
  if (/^w1\.[\w.-]{20,4000}$/.test(value)) return true;
  return (
    value.length <= 120 &&
    /^[\w.:=/+;,-]+$/.test(value) &&
    !/^eyJ/.test(value) &&
    ![...value.matchAll(/([\w.-]{1,60})[=:](?=[^=:])/g)].some(([, name = '']) => isSecretName(name))
  );
}

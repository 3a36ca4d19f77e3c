import type { MessageRole } from '../../model/evidence.ts';
import { codeWords } from '../../model/text.ts';
import type { Found } from '../messages.ts';
import { htmlText } from './html.ts';

// Field names that hold machine-readable codes in the common error shapes: RFC 9457, RFC 6749, GraphQL, Google, Azure, AWS,
// Kubernetes Status, Spring, Laravel and many home-made ones.
const CODE =
  /^(?:code|error|err|errcode|error_?code|errorcode|errno|error_?type|errortype|type|__type|reason|status|statusreason|name|error_?key|error_?id|slug|kind|error_?subcode|(?:sub|result|ret|resp|return|biz|fault)_?code|title|identifier|exception|cause|x-error)$/i;
const MESSAGE =
  /^(?:message|msg|error_?message|errormessage|errmsg|error_?msg|error_?description|description|detail|details|error|errors|reason|title|text|info|more_?info|hint|debug|developer_?message|user_?message|usermessage|display_?message|explanation|summary|faultstring|failure|why|note|warning|localized_?message|moreinfo|help|error_?detail|status_?text|statusmessage|non_field_errors|body|response|content|data|value|errorsummary|errorcauses|denied|csrf_error|exceptionmessage|messages|reasons|violations|issue|problem|instance|(?:ret|res|resp|result|return|status|sub|fail|response)_?(?:msg|message|desc|description|info|text))$/i;

// A flag whose name is the reason: `"mfa_required": true`, `"isSuspended": true`.
const FLAG =
  /^(?:[a-z][a-z0-9_-]{0,40})?(?:required|blocked|suspended|banned|expired|disabled|locked|revoked|throttled|exceeded)$|^(?:requires?|needs?)_?[a-z][a-z0-9_]{2,40}$/i;
// Fields that name the permission which is lacking.
const LACKING =
  /^(?:required|missing|needed|lacking|expected)_?(?:scopes?|permissions?|privileges?|abilit(?:y|ies)|roles?)$/i;

/** What a JSON (or JSONP, or cut-off JSON) body says; undefined where it is not JSON at all. */
export function jsonMessages(text: string): readonly Found[] | undefined {
  const value = parse(text);
  const found: Found[] = [];
  if (value === undefined) {
    scanPairs(text, found);
    return found.length ? found : undefined;
  }
  let at = 0;
  const place = (raw: string): { start?: number; end?: number } => {
    const encoded = JSON.stringify(raw).slice(1, -1);
    let start = text.indexOf(encoded, at);
    if (start < 0) start = text.indexOf(encoded);
    if (start < 0) return {};
    at = start;
    return { start, end: start + encoded.length };
  };
  const visit = (node: unknown, path: string, key: string, depth: number): void => {
    if (depth > 12 || found.length >= 200) return;
    if (typeof node === 'string') {
      if (LACKING.test(key) && node.length < 120)
        found.push({ text: `${words(key)} ${node}`, role: 'message', field: path || 'body', ...place(node) });
      for (const role of rolesOf(key, node))
        found.push({ text: clean(node), role, field: path || 'body', ...place(node) });
      // JSON inside a string: gateways quote the answer of the one behind them.
      if (depth < 4 && /^\s*[{[]/.test(node)) {
        for (const inner of jsonMessages(node) ?? [])
          found.push({ ...inner, field: `${path}.${inner.field}`, ...place(node) });
      }
    } else if (typeof node === 'number') {
      if (
        /^(?:code|errcode|error_?code|errorcode|errno|subcode|error_subcode|substatus)$/i.test(key) &&
        !(node >= 100 && node < 600)
      )
        found.push({ text: String(node), role: 'code', field: path, ...place(String(node)) });
    } else if (node === true) {
      if (key.length < 60 && FLAG.test(key)) found.push({ text: words(key), role: 'text', field: path, ...place(key) });
    } else if (Array.isArray(node)) {
      for (const [i, item] of node.slice(0, 50).entries()) visit(item, `${path}[${i}]`, key, depth + 1);
    } else if (node && typeof node === 'object') {
      for (const [k, item] of Object.entries(node).slice(0, 200)) visit(item, path ? `${path}.${k}` : k, k, depth + 1);
    }
  };
  visit(value, '', 'message', 0);
  return found;
}

function rolesOf(key: string, value: string): readonly MessageRole[] {
  const token = value.length <= 80 && !/\s/.test(value.trim()) && value.trim() !== '';
  if (token) return CODE.test(key) || MESSAGE.test(key) ? ['code'] : [];
  if (MESSAGE.test(key) || CODE.test(key)) return ['message'];
  // A sentence under any other name still speaks.
  return /\s\S+\s/.test(value) ? ['text'] : [];
}

/** The name of a field as words; two at least, so that it is read as a sentence. */
const words = (key: string): string => {
  const said = codeWords(key);
  return said.includes(' ') ? said : `is ${said}`;
};

function clean(text: string): string {
  return /<[a-z/]/i.test(text) ? htmlText(text) : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // JSONP, or an anti-hijacking prefix such as )]}'
    const open = text.search(/[{[]/);
    const close = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    if (open < 0 || close <= open || open > 200) return undefined;
    try {
      return JSON.parse(text.slice(open, close + 1));
    } catch {
      return undefined;
    }
  }
}

/** `"name": "value"` pairs of JSON that was cut off or mangled on its way into a report. */
function scanPairs(text: string, found: Found[]): void {
  // the last text may be cut off itself
  const pattern = /["']([\w.-]{1,40})["']\s{0,10}:\s{0,10}"((?:[^"\\]|\\.){1,2000})(?:"|\\?$)/g;
  for (const match of text.matchAll(pattern)) {
    const value = unescapeJson(match[2]!);
    const start = match.index + match[0].lastIndexOf(match[2]!);
    for (const role of rolesOf(match[1]!, value))
      found.push({ text: clean(value), role, field: match[1]!, start, end: start + match[2]!.length });
    if (found.length >= 100) return;
  }
}

function unescapeJson(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text.replace(/\\(.)/g, '$1');
  }
}

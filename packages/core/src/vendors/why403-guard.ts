import { parseDictionary } from 'structured-headers';
import type { Case, Claim, Fix } from '../model/cause.ts';
import { CAUSE_IDS, type CauseId } from '../model/cause-id.ts';
import type { Response, Span } from '../model/exchange.ts';
import { headersOf } from '../model/http.ts';
import { sh } from '../model/shell.ts';
import { inQuotes } from '../model/unseen.ts';
import type { Vendor } from '../model/vendor.ts';

/** What `type` of a told refusal begins with (docs/guard.md, "The mark that programs read"). */
const CAUSE_BASE = 'https://why403.dev/causes/';

const vendor: Vendor = {
  id: 'why403-guard',
  name: 'why403 guard',
  role: 'framework',
  present: [{ header: 'why403', is: /denial="[\w-]{1,64}"/ }, { text: CAUSE_BASE }],
  refusals: [],
  judge(c: Case): readonly Claim[] {
    const { response } = c.exchange;
    const mark = markOf(c);
    if (mark && !mark.cause && c.status === 503) return [fault(mark)];
    if (mark && !mark.cause && c.status === 404) return [hidden(mark)];
    // 404 and 503 never tell a cause: an answer that does is not a guard's
    if (!response || !mark?.cause || c.status < 400 || c.status >= 500 || c.status === 404) return [];
    const told = bodyOf(response);
    if (told && told.cause !== mark.cause) return [];
    const more = told?.says.length ? `: ${told.says.map((one) => inQuotes(one, 400)).join('; ')}` : '';
    return [
      {
        cause: mark.cause,
        // a HEAD has the header alone, and nothing that it could agree with
        weight: told ? 'proves' : 'suggests',
        says: `the server's guard names the cause${more} (denial ${mark.denial})`,
        at: told ? [told.at, mark.at] : [mark.at],
        by: 'why403-guard/cause',
      },
    ];
  },
  fixes(c: Case): readonly Fix[] {
    const mark = markOf(c);
    if (!mark) return [];
    // an id may begin with a dash, as an option does
    const command = sh`why403 open ${[...(mark.denial.startsWith('-') ? ['--'] : []), mark.denial]}`;
    return [
      { who: 'api-owner', text: 'open the whole decision of the guard, by the id of this denial', commands: [command] },
    ];
  },
};

interface Mark {
  readonly cause: CauseId | undefined;
  readonly denial: string;
  readonly at: Span;
}

/** The header `Why403`: a dictionary of structured fields (RFC 9651 §3.2). */
function markOf(c: Case): Mark | undefined {
  const [field, ...others] = headersOf(c.exchange, 'response', 'why403');
  if (!field || others.length || field.value.length > 300) return undefined;
  try {
    const members = parseDictionary(field.value);
    const denial = members.get('denial')?.[0];
    if (typeof denial !== 'string' || !/^[\w-]{8,64}$/.test(denial)) return undefined;
    return { cause: causeId(members.get('cause')?.[0]), denial, at: field.span };
  } catch {
    return undefined;
  }
}

/** A guard that cannot judge refuses with 503, for safety: a store is lost, a key set cannot be fetched. */
function fault({ denial, at }: Mark): Claim {
  return {
    cause: 'not-403',
    weight: 'suggests',
    says: `the server's guard could not judge the request, which is a fault of the server (denial ${denial})`,
    at: [{ part: 'response', in: 'status' }, at],
    by: 'why403-guard/fault',
  };
}

/** The answer for an absent object and for a hidden one is the same to the byte; which it was, only the owner learns. */
function hidden({ denial, at }: Mark): Claim {
  return {
    cause: 'object-hidden',
    weight: 'suggests',
    says: `the server's guard answers so for absent and for hidden objects alike (denial ${denial})`,
    at: [{ part: 'response', in: 'status' }, at],
    by: 'why403-guard/hidden',
  };
}

interface ToldBody {
  /** Undefined where the body tells none, or contradicts itself. */
  readonly cause: CauseId | undefined;
  readonly says: readonly string[];
  readonly at: Span;
}

/** The problem document or the page; undefined where there is no body, or only a part of it. */
function bodyOf({ body }: Response): ToldBody | undefined {
  if (!body || body.text.trim() === '' || body.cutFrom !== undefined) return undefined;
  return body.text.trimStart().startsWith('{') ? problemOf(body.text) : pageOf(body.text);
}

function problemOf(text: string): ToldBody {
  const problem = parseObject(text);
  const { type, cause, detail } = problem;
  const agreed = typeof cause === 'string' && type === `${CAUSE_BASE}${cause}` ? causeId(cause) : undefined;
  const says = [
    ...demands(problem['required']),
    ...(typeof detail === 'string' ? [detail.slice(0, 600)] : nearest(problem['decision'])),
  ];
  return { cause: agreed, says, at: spanOf(text, `"cause":"${agreed}"`) };
}

function pageOf(text: string): ToldBody {
  const meta = /<meta name="why403-cause" content="([a-z0-9-]{1,40})">/.exec(text.slice(0, 5000));
  return { cause: causeId(meta?.[1]), says: [], at: spanOf(text, meta?.[0] ?? '') };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function causeId(value: unknown): CauseId | undefined {
  return CAUSE_IDS.find((id) => id === value);
}

function spanOf(text: string, words: string): Span {
  const start = words ? text.indexOf(words) : -1;
  return { part: 'response', in: 'body', ...(start >= 0 && { start, end: start + words.length }) };
}

/** The member `required` in words: what the caller would have to have. */
function demands(required: unknown): string[] {
  return Object.entries(asObject(required))
    .slice(0, 8)
    .map(([name, value]) => {
      if (name === 'reason') return words(value);
      const of = Object.entries(asObject(value))
        .filter(([, inner]) => words(inner) !== '')
        .map(([key, inner]) => `${key} ${words(inner)}`);
      return `wants ${name} ${of.length ? of.join(', ') : words(value)}`.slice(0, 300);
    });
}

function words(value: unknown): string {
  return [value].flat().slice(0, 10).map(String).join(', ').slice(0, 300);
}

/** The leaf of the decision that came nearest, for an answer that has the tree and no sentence. */
function nearest(decision: unknown): string[] {
  let node = asObject(decision);
  for (let depth = 0; depth < 20; depth++) {
    const inner = asObject([node['branches']].flat()[Number(node['nearest'])]);
    if (inner['kind'] === undefined) break;
    node = inner;
  }
  return typeof node['found'] === 'string' ? [`${words(node['kind'])}: ${words(node['found'])}`] : [];
}

export default vendor;

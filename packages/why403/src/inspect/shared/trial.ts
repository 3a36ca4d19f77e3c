/** Conditions that a server's rules ask, recorded while a request is judged, and turned one by one to see which decide. */
import type { CauseId } from '@why403/core';
import type { Edit } from './config-edit.ts';
import type { Tries } from './tries.ts';

/** What a condition looks at. `always` is a rule without a condition; `unseen` is one that cannot be evaluated here. */
export type About =
  | 'ip'
  | 'method'
  | 'user-agent'
  | 'browser-header'
  | 'origin'
  | 'host'
  | 'tls'
  | 'certificate'
  | 'credentials'
  | 'credential-form'
  | 'token-expired'
  | 'token-invalid'
  | 'scope'
  | 'group'
  | 'rate'
  | 'csrf'
  | 'content'
  | 'header'
  | 'query'
  | 'path'
  | 'time'
  | 'env'
  | 'always'
  | 'unseen';

/** What in a key tells a line from others; a line may hold a whole configuration. */
export const lineKey = ({ file, text }: Place): string => `${file}:${text.slice(0, 300)}`;

export interface Place {
  readonly file: string;
  readonly line: number;
  /** The line as the user wrote it. */
  readonly text: string;
}

/** One question that a rule asked of this request, and the answer. */
export interface Leaf {
  readonly key: string;
  readonly about: About;
  readonly value: boolean;
  /** False where the answer was assumed. */
  readonly known: boolean;
  readonly place: Place;
  /** What was asked, for the user: "the client's address 127.0.0.1 is in 10.0.0.0/8". Few of thousands are told. */
  readonly asks: () => string;
  /** Is the thing asked for absent from the request altogether? */
  readonly absent?: boolean;
  /** Changes of this line that turn its answer for this request, the narrowest first; worked out for what decided alone. */
  readonly amend?: () => readonly (readonly Edit[])[];
}

/** One judging of one request. `leaf` notes the question and gives its answer, or the opposite where that is being tried. */
export interface Trial {
  leaf(leaf: Leaf): boolean;
  /** Notes what could not be evaluated, one sentence. */
  unseen(says: string): void;
  readonly leaves: readonly Leaf[];
  /** How often something was asked. */
  readonly asked: number;
  readonly unseenList: readonly string[];
}

/** Starts a judging; the answers of the leaves named in `turned` are turned over. */
export function startTrial(turned: ReadonlySet<string> = new Set()): Trial {
  const leaves = new Map<string, Leaf>();
  const unseen = new Set<string>();
  let asked = 0;
  return {
    leaf(leaf) {
      asked++;
      leaves.set(leaf.key, leaf);
      return turned.has(leaf.key) ? !leaf.value : leaf.value;
    },
    unseen: (says) => unseen.add(says),
    get leaves() {
      return [...leaves.values()];
    },
    get asked() {
      return asked;
    },
    get unseenList() {
      return [...unseen];
    },
  };
}

/** A judging of which only the answer matters: of a large configuration there are many, and their questions are not kept. */
export function quietTrial(turned: ReadonlySet<string> = new Set()): Trial {
  let asked = 0;
  return {
    leaf({ key, value }) {
      asked++;
      return turned.size && turned.has(key) ? !value : value;
    },
    unseen: () => undefined,
    leaves: [],
    get asked() {
      return asked;
    },
    unseenList: [],
  };
}

/** The more telling a condition is of the cause, the earlier: a rule on path and address refuses because of the address. */
const ORDER: readonly About[] = [
  'rate',
  'token-expired',
  'credential-form',
  'token-invalid',
  'credentials',
  'scope',
  'group',
  'certificate',
  'ip',
  'csrf',
  'origin',
  'user-agent',
  'browser-header',
  'tls',
  'header',
  'content',
  'host',
  'method',
  'query',
  'time',
  'path',
  'unseen',
  'env',
  'always',
];

const MAX_TURNS = 200;

/**
 * The conditions worth turning. Of a long list these are the last ones (what decided was asked last), those whose answer is
 * the rarer one (the one line among thousands that matched), and the first ones.
 */
export function worthTurning(leaves: readonly Leaf[], most: number): readonly Leaf[] {
  if (leaves.length <= most) return leaves;
  const third = Math.floor(most / 3);
  const yes = leaves.filter(({ value }) => value);
  const rare = yes.length * 2 <= leaves.length ? yes : leaves.filter(({ value }) => !value);
  const chosen = new Set([...leaves.slice(-third), ...rare.slice(-third), ...leaves.slice(0, third)]);
  return leaves.filter((leaf) => chosen.has(leaf));
}

/** Judgings that are kept for the trying of changes, once it is known what decided. */
const KEPT = 10;

/**
 * The leaves that, turned alone, take the refusal away or at least this rule's part in it, the most telling first.
 * Where none does, the smallest group of one kind that does so together.
 * @param effect what the judging gives with these answers turned over
 * @param tries how many of them may be asked
 */
export function findPivots(
  leaves: readonly Leaf[],
  effect: (turned: ReadonlySet<string>) => 'passes' | 'other-rule' | 'same-rule',
  tries: Tries,
): readonly Leaf[] {
  const rank = new Map(ORDER.map((about, i) => [about, i]));
  const sorted = [...worthTurning(leaves, Math.min(MAX_TURNS, tries.left() - KEPT))].sort(
    (a, b) => (rank.get(a.about) ?? 0) - (rank.get(b.about) ?? 0),
  );
  const alone = sorted.filter((leaf) => {
    const result = tries.take() ? effect(new Set([leaf.key])) : 'same-rule';
    // Another host or path meets other rules by nature; that says nothing unless the request then passes.
    return result === 'passes' || (result === 'other-rule' && !['host', 'path', 'env', 'always'].includes(leaf.about));
  });
  if (alone.length) return alone;
  for (const about of ORDER) {
    const group = leaves.filter((leaf) => leaf.about === about);
    for (const value of [false, true]) {
      const part = group.filter((leaf) => leaf.value === value);
      if (part.length > 1 && tries.take() && effect(new Set(part.map((leaf) => leaf.key))) === 'passes') return part;
    }
  }
  return [];
}

/** The cause that a refusal by these conditions means. */
export function causeOf(pivots: readonly Leaf[]): CauseId {
  const first = pivots[0];
  const has = (about: About): boolean => pivots.some((leaf) => leaf.about === about);
  if (!first) return 'server-rule';
  switch (first.about) {
    case 'ip':
      return 'ip-refused';
    case 'rate':
      return 'rate-limited';
    case 'token-expired':
      return 'credentials-expired';
    case 'token-invalid':
      return 'credentials-invalid';
    case 'credentials':
      return first.absent ? 'credentials-missing' : 'credentials-invalid';
    case 'credential-form':
      return first.absent ? 'credentials-missing' : 'credentials-malformed';
    case 'scope':
      return 'scope-insufficient';
    case 'group':
      return 'role-missing';
    case 'certificate':
      return first.absent ? 'tls-required' : 'role-missing';
    case 'csrf':
      return first.absent ? 'csrf-missing' : 'csrf-invalid';
    case 'origin':
      // A claim to be a browser without a browser's headers is about the client, not about where the request came from.
      return has('user-agent') || has('browser-header') ? 'client-refused' : 'origin-rejected';
    case 'user-agent':
    case 'browser-header':
      return 'client-refused';
    case 'tls':
      return 'tls-required';
    case 'header':
    case 'content':
    case 'query':
      return 'content-rejected';
    case 'host':
      // a host that some paths are open to is an exception; the rule is about the paths
      return has('path') ? 'server-rule' : 'host-rejected';
    case 'method':
      return 'method-refused';
    default:
      return 'server-rule';
  }
}

/** What a condition on this request header is about. Sources: RFC 9110 §10, the Fetch Metadata specification, usual proxies. */
export function aboutHeader(name: string): About {
  const n = name.toLowerCase();
  if (n === 'user-agent') return 'user-agent';
  if (['origin', 'referer', 'sec-fetch-site', 'access-control-request-method'].includes(n)) return 'origin';
  if (/^sec-(?:fetch|ch)-|^accept(?:-language|-encoding)?$|^upgrade-insecure-requests$|^dnt$/.test(n))
    return 'browser-header';
  if (n === 'host' || n === ':authority' || n === 'x-forwarded-host') return 'host';
  if (/^(?:x-forwarded-(?:proto|ssl|scheme|protocol)|front-end-https|x-url-scheme|x-scheme)$/.test(n)) return 'tls';
  if (/^(?:x-forwarded-for|x-real-ip|client-ip|x-client-ip|true-client-ip|cf-connecting-ip|forwarded)$/.test(n))
    return 'ip';
  if (/^x-ssl-|client-(?:cert|dn|verify)|^ssl-client/.test(n)) return 'certificate';
  if (/csrf|xsrf|^x-requested-with$/.test(n)) return 'csrf';
  if (/^(?:proxy-)?authorization$|^cookie$|api-?key|token|secret|signature|auth/.test(n)) return 'credentials';
  // X-Partner-Key, Subscription-Key and their like; other keys name no caller.
  if (/(?:^|-)key$/.test(n) && !/idempotency|cache|surrogate|websocket|sort|partition/.test(n)) return 'credentials';
  if (/role|group|permission/.test(n)) return 'group';
  if (/scope/.test(n)) return 'scope';
  if (/^content-|^range$|^expect$|^transfer-encoding$/.test(n)) return 'content';
  return 'header';
}

/**
 * What a pattern on all the cookies looks at: one that refuses because something stands among them at the content, one that
 * refuses for want of it at who calls.
 */
export function aboutPattern(name: string, matched: boolean | undefined): About {
  return name.toLowerCase() === 'cookie' && matched ? 'content' : aboutHeader(name);
}

// What is told of requests that may not be sent: why, which option allows it, and what their texts say beside each other.
import {
  type Claim,
  catalogue,
  changesByItself,
  claimsOfChanges,
  compareRequests,
  diffExchanges,
  type Imported,
  judge,
  meaningOf,
  nameOf,
  type Unit,
  unitsOf,
  weightOf,
} from '@why403/core';
import type { Given, Permission } from '../send/permission.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { list } from './session.ts';
import { nameOfWorking } from './working.ts';

/** Gaps: what was not seen, and why. */
type Notes = readonly { readonly kind: 'gap'; readonly text: string }[];

/** What is told where nothing is sent. */
export interface Unsent {
  readonly claims: readonly Claim[];
  readonly notes: Notes;
}

/** A request as the user gave it. */
export function givenOf({ exchange, send, form }: Imported): Given {
  return { request: exchange.request, send, ...(form && { form }) };
}

/** Why nothing was sent, what was not used for it, and what two requests say as texts. */
export function unsent(imported: Imported, options: DiagnoseOptions, permission: Permission): Unsent {
  const { working, as = [] } = options;
  const why = permission.because ?? '';
  const unused = [...(working ? ['--working'] : []), ...(as.length ? ['--as'] : [])];
  const told = options.send === true || imported.exchange.response === undefined || unused.length > 0;
  const notes: Notes[number][] = told ? [{ kind: 'gap', text: why }] : [];
  if (unused.length > 0)
    notes.push({
      kind: 'gap',
      text: `${unused.join(' and ')} ${unused.length > 1 ? 'were' : 'was'} not tried: that takes requests.`,
    });
  const compared = working
    ? compareTexts(imported, working)
    : options.found && compareTexts(imported, options.found, true);
  return { claims: compared?.claims ?? [], notes: [...notes, ...(compared?.notes ?? [])] };
}

/** From this weight on a difference usually matters (credentials, CSRF tokens, origins); of others nobody knows. */
const MATTERS = 5;
/** Differences between tokens that are told. */
const MOST_CLAIMS = 3;

/**
 * What the texts of the refused request and of one that succeeds say beside each other. Nothing is sent for it. `own` is one that
 * the same recording holds: what each request of a session has for itself tells nothing there.
 */
export function compareTexts(refused: Imported, working: Imported, own = false): Unsent {
  const [a, b] = [refused, working].map(({ exchange, send }) => ({ request: exchange.request, send }));
  const all = unitsOf(a!, b!);
  const units = own ? all.filter((unit) => !changesByItself(unit)) : all;
  const where =
    working.exchange.source?.entry === undefined ? '' : `This route was let through in ${nameOfWorking(working)}. `;
  const note = (text: string): Unsent['notes'] => [{ kind: 'gap', text: `${where}${text}` }];
  if (units.length === 0)
    return {
      claims: own && refused.exchange.response ? claimsOfTime(refused, working) : [],
      notes: note('As texts, the working request and the refused one are the same.'),
    };
  const names = list(units.map(nameOf));
  const tokens = tokensOf(refused, working);
  return {
    claims: refused.exchange.response ? claimsOf(refused, units, names) : [],
    notes: note(`As texts, the working request differs in ${names}.${tokens}`),
  };
}

/** What rights are named by, before who somebody is. */
const RIGHTS = / (?:scopes?|scp|permissions|authorities|roles?|groups|cognito:groups|admin|isAdmin|is_admin|acr|amr)$/;

/** What the tokens of the two say differently, as it may be shown: rights first. */
function tokensOf(refused: Imported, working: Imported): string {
  // most have none, and the whole comparison looks through the bodies as well
  const { request: a } = working.exchange;
  if (!compareRequests(a, refused.exchange.request).some(({ kind }) => kind === 'token')) return '';
  const told = diffExchanges(working, refused, catalogue.readers)
    .differences.filter(({ kind, volatile }) => kind === 'token' && !volatile)
    .sort((a, b) => Number(RIGHTS.test(b.name)) - Number(RIGHTS.test(a.name)))
    .slice(0, MOST_CLAIMS)
    .map(({ name, a, b }) => `${name} was ${a ?? 'absent'}, here ${b ?? 'absent'}`);
  return told.length > 0 ? ` ${told.join('; ')}.` : '';
}

/** The same request passed once: what changed lies outside of it. */
function claimsOfTime({ exchange }: Imported, working: Imported): readonly Claim[] {
  const before = (working.exchange.source?.entry ?? 0) < (exchange.source?.entry ?? 0);
  const known = exchange.request.headers.some(([name]) => /^(?:authorization|cookie)$/i.test(name));
  if (!before || working.exchange.source?.name !== exchange.source?.name) return [];
  return claimsOfChanges(known ? ['time', 'time-of-credential'] : ['time'], catalogue.causes, {
    says: 'the same request passed earlier in this recording',
    quote: { from: 'working request', text: String(working.exchange.response?.status ?? '') },
    by: 'difference/texts',
  });
}

/** A difference that matters outweighs what seldom does. A single one suggests what refuses; of several nobody knows which. */
function claimsOf({ exchange }: Imported, all: readonly Unit[], names: string): readonly Claim[] {
  const matter = all.filter((unit) => weightOf(unit) >= MATTERS);
  const units = matter.length > 0 ? matter : all;
  const meant = meaningOf(units, judge(exchange, catalogue).case, catalogue.causes);
  return Object.entries(meant).flatMap(([cause, weight]): Claim[] => {
    const tells = weight === 'proves' || weight === 'suggests';
    // of several differences it is not even known whether this one counts, and what is asked for elsewhere hints at anything
    if (!tells && (units.length > 1 || units[0]!.kind === 'path')) return [];
    return [
      {
        cause: cause as Claim['cause'],
        weight: !tells ? weight : units.length === 1 ? 'suggests' : 'hints',
        says: `the working request differs in ${names}`,
        at: [],
        quote: { from: 'working request', text: names },
        by: 'difference/texts',
      },
    ];
  });
}

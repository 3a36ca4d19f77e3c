// What is told of requests that may not be sent: why, which option allows it, and what their texts say beside each other.
import { type Claim, catalogue, type Imported, judge, meaningOf, nameOf, type Unit, unitsOf } from '@why403/core';
import type { Given, Permission } from '../send/permission.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { list } from './session.ts';

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
  const compared = working && compareTexts(imported, working);
  return { claims: compared?.claims ?? [], notes: [...notes, ...(compared?.notes ?? [])] };
}

/** What the texts of the refused request and of one that succeeds say beside each other. Nothing is sent for it. */
export function compareTexts(refused: Imported, working: Imported): Unsent {
  const [a, b] = [refused, working].map(({ exchange, send }) => ({ request: exchange.request, send }));
  const units = unitsOf(a!, b!);
  if (units.length === 0)
    return {
      claims: [],
      notes: [{ kind: 'gap', text: 'As texts, the working request and the refused one are the same.' }],
    };
  const names = list(units.map(nameOf));
  return {
    claims: refused.exchange.response ? claimsOf(refused, units, names) : [],
    notes: [{ kind: 'gap', text: `As texts, the working request differs in ${names}.` }],
  };
}

/** A single difference suggests what refuses; of several nobody knows which one it is. */
function claimsOf({ exchange }: Imported, units: readonly Unit[], names: string): readonly Claim[] {
  const meant = meaningOf(units, judge(exchange, catalogue).case);
  return Object.entries(meant).flatMap(([cause, weight]): Claim[] => {
    if (weight !== 'proves' && weight !== 'suggests') return [];
    return [
      {
        cause: cause as Claim['cause'],
        weight: units.length === 1 ? 'suggests' : 'hints',
        says: `the working request differs in ${names}`,
        at: [],
        quote: { from: 'working request', text: names },
        by: 'difference/texts',
      },
    ];
  });
}

// Many refusals at once: by cause with their share, then each cause with one report in full and the rest as lines.
import { routeOf } from '../difference/same-route.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import { markdownCell as cell, markdownCode as code, visible } from './escape.ts';
import type { Folded, Group } from './fold.ts';
import { columns, fit, fitEnd } from './lines.ts';
import { percent } from './percent.ts';
import { requestLine, WHO } from './words.ts';

/** Different refusals up to which each is reported in full. */
export const MOST_IN_FULL = 5;
/** Lines for what is not reported in full, for each cause. */
const MOST_LINES = 12;

/** What is reported of one cause. */
export interface Part {
  readonly group: Group;
  /** Reported in full. */
  readonly whole: readonly Folded[];
  /** A line each. */
  readonly lines: readonly Folded[];
  /** Not even that: how many refusals. */
  readonly more: number;
}

/** Few refusals are all reported in full; of many the surest one of each cause. */
export function partsOf(groups: readonly Group[]): readonly Part[] {
  const all = groups.reduce((sum, { folded }) => sum + folded.length, 0);
  return groups.map((group) => {
    if (all <= MOST_IN_FULL) return { group, whole: group.folded, lines: [], more: 0 };
    const [first, ...rest] = group.folded;
    const lines = rest.slice(0, MOST_LINES);
    const more = rest.slice(MOST_LINES).reduce((sum, { times }) => sum + times, 0);
    return { group, whole: [first!], lines, more };
  });
}

/** A row of the overview. */
interface Row {
  readonly share: string;
  readonly refusals: string;
  readonly cause: string;
  readonly who: string;
  readonly routes: string;
}

/** The overview for a terminal: a line for each cause. */
export function overview(groups: readonly Group[], width: number): string {
  const origin = originOfAll(groups);
  const rows = groups.map((group) => rowOf(group, origin));
  const wide = (of: (row: Row) => string, head: string): number =>
    Math.max(head.length, ...rows.map((row) => columns(of(row))));
  const cause = wide((row) => row.cause, 'cause');
  const who = wide((row) => row.who, 'who');
  const line = (row: Row): string => {
    const lead = `${row.share.padStart(5)}  ${row.refusals.padStart(8)}  ${row.cause.padEnd(cause)}  ${row.who.padEnd(who)}  `;
    return `${lead}${shorten(row.routes, Math.max(24, width - lead.length))}`.trimEnd();
  };
  return [
    line({ share: 'share', refusals: 'refusals', cause: 'cause', who: 'who', routes: 'requests' }),
    ...rows.map(line),
  ].join('\n');
}

/** The overview for a ticket. */
export function overviewMarkdown(groups: readonly Group[]): string {
  const origin = originOfAll(groups);
  return [
    '| share | refusals | cause | who | requests |',
    '|---|---|---|---|---|',
    ...groups.map((group) => {
      const { share, refusals, cause, who, routes } = rowOf(group, origin);
      return `| ${share} | ${refusals} | ${cause} | ${cell(who)} | ${cell(routes)} |`;
    }),
  ].join('\n');
}

function rowOf(group: Group, origin: string | undefined): Row {
  const who = group.folded.find(({ d }) => d.verdict.who !== null)?.d.verdict.who;
  return {
    share: shareOf(group),
    refusals: String(group.refusals),
    cause: group.cause ?? 'unknown',
    who: who && group.cause ? WHO[who] : '',
    routes: routesOf(group.folded, origin),
  };
}

/** The routes that were refused, the one that was refused most first. */
function routesOf(folded: readonly Folded[], origin: string | undefined): string {
  const routes = new Map<string, number>();
  for (const { d, times } of folded) {
    const name = nameOf(d);
    const route = origin === undefined ? name : name.replace(` ${origin}`, ' ');
    routes.set(route, (routes.get(route) ?? 0) + times);
  }
  const [first, ...rest] = [...routes].sort((a, b) => b[1] - a[1]);
  return `${visible(first![0])}${rest.length > 0 ? `, ${rest.length} more` : ''}`;
}

/** How many of all refusals, in hundredths: none that is there is 0 %. */
export function shareOf({ share }: Group): string {
  return `${Math.max(1, Math.round(share * 100))} %`;
}

/** The origin that all of them were sent to; undefined where there are several. */
export function originOfAll(groups: readonly Group[]): string | undefined {
  const origins = new Set(
    groups.flatMap(({ folded }) => folded.map(({ d }) => /^https?:\/\/[^/?#]*/i.exec(d.request.url)?.[0] ?? '')),
  );
  const [origin] = origins;
  return origins.size === 1 && origin && !requestLine({ method: '', url: `${origin}/` }).startsWith('(')
    ? origin
    : undefined;
}

function nameOf({ request }: Diagnosis): string {
  const line = requestLine(request);
  return line.startsWith('(') ? line : routeOf(request);
}

/** A refusal as a line below the one that is reported in full. */
export function lineOf({ d, times }: Folded, width: number): string {
  const { certainty, probability } = d.verdict;
  const sure = certainty === 'likely' || certainty === 'possible' ? `${certainty} ${percent(probability)}` : certainty;
  const right = `${times > 1 ? `× ${times}  ` : ''}${sure}${placeOf(d) === '' ? '' : `  ${visible(placeOf(d))}`}`;
  const left = `${d.response?.status ?? '---'}  ${shorten(visible(requestLine(d.request)), Math.max(24, width - columns(right) - 7))}`;
  return `${left}${' '.repeat(Math.max(2, width - columns(left) - columns(right)))}${right}`;
}

/** The same as an item of a list. */
export function itemOf({ d, times }: Folded): string {
  const place = placeOf(d);
  return `- ${d.response?.status ?? 'no answer'} ${code(requestLine(d.request))}${times > 1 ? ` × ${times}` : ''} (${d.verdict.certainty}${place === '' ? '' : `, ${cell(place)}`})`;
}

/** Where a request stands in what was read. */
export function placeOf({ source }: Diagnosis): string {
  return source ? `entry ${source.entry} of ${source.name}` : '';
}

/** A text cut in its middle: its beginning and its end tell most. */
function shorten(text: string, room: number): string {
  if (columns(text) <= room) return text;
  const end = Math.floor(room / 3);
  return `${fit(text, room - end - 1)}…${fitEnd(text, end)}`;
}

/** What the calls of the server's processes say of the refusal that they made. */
import { basename, dirname, resolve } from 'node:path';
import { inspectFile } from '../path-walk/files.ts';
import { type ProcessUser, userOfProcess } from '../path-walk/users.ts';
import type { ServerView } from '../shared/server-view.ts';
import type { Finding } from '../types.ts';
import type { Picture } from './picture.ts';
import { workerOf } from './served-files.ts';
import type { Traced, TraceEvent } from './trace.ts';

const BY = 'machine';
/** Bits of what was seen while exactly this request was answered, and of what may be another's. */
const SEEN = 12;
const AMONG = 6;
const INDEX = /^(?:index|default|home|welcome)\.\w{2,6}$/i;
const BARRED = /^(?:EACCES|EPERM|ELOOP|EROFS)$/;
/** Files of rules that servers read for each request. */
const RULES =
  /(?:^|\/)(?:\.ht\w+|[\w.-]*(?:passwd|shadow|hosts?\.(?:allow|deny)|acl|access|rules?|rights|users?|groups?|perm\w*|polic\w+)[\w.-]*)$/i;
const SYSTEM =
  /^\/(?:proc|sys|dev|run|lib|usr\/(?:lib|share|include)|etc\/(?:ld\.|nsswitch|resolv|localtime|passwd$|group$|hosts$|host\.conf|gai))/;

export interface TraceSays {
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  /** Files that were read meanwhile, for their settings. */
  readonly read: readonly string[];
  /** Ports of this machine that were asked. */
  readonly asked: readonly number[];
}

export function readTrace({ events: all, alone, unseen }: Traced, picture: Picture, view: ServerView): TraceSays {
  if (!all.length && unseen.length) return { findings: [], notes: unseen, read: [], asked: [] };
  const events = all.map((event) => withFullPath(event, picture)).filter(({ what }) => !SYSTEM.test(what));
  const findings = [
    ...barredFindings(events, alone, view, workerOf(picture, undefined)?.user),
    ...listingFindings(events, alone, view),
  ];
  const read = events.flatMap(({ call, what, errno, folder, writes }) =>
    /^open/.test(call) && errno === undefined && !folder && !writes ? [what] : [],
  );
  const asked = events.flatMap(({ call, what }) => {
    const port = call === 'connect' ? /^(?:127\.|::1|0\.0\.0\.0|::ffff:127\.).*:(\d{1,5})$/.exec(what)?.[1] : undefined;
    return port === undefined ? [] : [Number(port)];
  });
  return {
    findings,
    notes: sayTrace(events, alone, view),
    read: [...new Set(read)].slice(0, 50),
    asked: [...new Set(asked)],
  };
}

function withFullPath(event: TraceEvent, { members }: Picture): TraceEvent {
  // strace names no process where it watches one only
  const pid = event.pid || (members[0]?.pid ?? 0);
  if (event.call === 'connect' || event.what === '' || event.what.startsWith('/')) return { ...event, pid };
  const cwd = (members.find((one) => one.pid === pid) ?? members[0])?.cwd ?? '/';
  return { ...event, pid, what: resolve(cwd, event.what) };
}

/** The last path that could not be opened and that nothing was opened after: what came of it is the answer. */
function barredFindings(
  events: readonly TraceEvent[],
  alone: boolean,
  view: ServerView,
  worker: ProcessUser | undefined,
): readonly Finding[] {
  const at = events.findLastIndex(({ errno, what }) => BARRED.test(errno ?? '') && what.startsWith('/'));
  const event = events[at];
  if (!event) return [];
  const { what, errno = '', call, writes, pid } = event;
  const name = basename(what);
  const named = view.rawPath.includes(name) || (view.query ?? '').includes(name);
  const last = !events
    .slice(at + 1)
    .some(
      (later) =>
        /^open/.test(later.call) && later.errno === undefined && !later.folder && later.what.startsWith(dirname(what)),
    );
  // a process of its own for each request is gone by now
  const user = userOfProcess(pid) ?? worker;
  const walked = user && inspectFile({ path: what, user, change: writes === true, by: BY, pid }).findings[0];
  const sure = alone && last && (named || walked !== undefined);
  const quote = `${call} ${what}: ${errno}`;
  return [
    {
      cause: 'file-permissions',
      weight:
        sure && walked && (named || events.filter((one) => one.errno === errno).length === 1) ? 'proves' : 'suggests',
      ...(!(sure && walked) && { bits: sure ? SEEN : AMONG }),
      says: `While it answered, process ${pid} got ${errno} for ${what}${walked ? `: ${walked.says}` : ''}`,
      quote: walked?.quote ?? quote,
      location: walked?.location ?? { file: what },
      fixes: walked?.fixes ?? [],
      by: BY,
    },
  ];
}

/** Index files were looked for in a folder and none was there. */
function listingFindings(events: readonly TraceEvent[], alone: boolean, { rawPath }: ServerView): readonly Finding[] {
  const missed = events.filter(({ what, errno }) => errno === 'ENOENT' && INDEX.test(basename(what)));
  const folder = missed.at(-1) && dirname(missed.at(-1)!.what);
  if (folder === undefined || !rawPath.endsWith('/')) return [];
  if (events.some(({ what, errno }) => errno === undefined && INDEX.test(basename(what)) && dirname(what) === folder))
    return [];
  return [
    {
      cause: 'directory-listing',
      weight: 'suggests',
      bits: alone ? SEEN : AMONG,
      says: `While it answered, it looked for ${missed
        .map(({ what }) => basename(what))
        .slice(0, 4)
        .join(', ')} in ${folder} and found none`,
      quote: folder,
      location: { file: folder },
      fixes: [],
      by: BY,
    },
  ];
}

function sayTrace(events: readonly TraceEvent[], alone: boolean, { status }: ServerView): readonly string[] {
  const notes: string[] = [];
  const among = alone ? '' : ' (other requests were answered meanwhile)';
  const rules = events
    .filter(({ call, what, errno }) => /^open/.test(call) && errno === undefined && RULES.test(what))
    .map(({ what }) => what);
  if (rules.length) notes.push(`Before it refused, it read ${[...new Set(rules)].slice(0, 3).join(', ')}${among}`);
  const asked = [...new Set(events.filter(({ call }) => call === 'connect').map(({ what }) => what))];
  const upstream = events.find((event) => event.status !== undefined && event.status >= 400);
  if (upstream)
    notes.push(
      `It asked ${asked.slice(0, 3).join(', ') || 'another server'}, which answered ${upstream.status} itself${upstream.status === status ? ': the refusal comes from there' : ''}${among}`,
    );
  else if (asked.length) notes.push(`Before it refused, it asked ${asked.slice(0, 3).join(', ')}${among}`);
  if (!events.length && alone)
    notes.push('Nothing was opened or asked between the request and its answer: the rule stands in memory');
  return notes;
}

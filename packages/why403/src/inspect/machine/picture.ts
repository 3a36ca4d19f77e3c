/**
 * Who answers on a port: the processes that listen there with what they started, as whom they run, where they write their logs,
 * and which other servers of this machine they ask. Works for any program, as far as this user may look.
 */

import { listenersOn } from '../shared/listener.ts';
import { unitOf } from '../shared/restart.ts';
import { allProcesses, environmentOf, type Process } from '../shared/running.ts';
import { tcpSockets } from '../shared/sockets.ts';
import { isLog, type OpenFile, openFiles } from './open-files.ts';

export interface Member extends Process {
  /** Undefined where this user may not see them. */
  readonly open: readonly OpenFile[] | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly unit: string | undefined;
}

export interface Picture {
  readonly port: number;
  /** Those that listen first, then what they started. */
  readonly members: readonly Member[];
  /** Files that they hold open to write at the end. */
  readonly logs: readonly string[];
  /** Ports of this machine that they are connected to, or that their words and variables name. */
  readonly asks: readonly number[];
  /** Where a part of the output goes that cannot be read. */
  readonly unseen: readonly string[];
}

const MOST_MEMBERS = 200;
const MOST_HOPS = 3;

/** The servers behind a port: the one that listens there, and those that it asks, nearest first. `asked`: ports that are known otherwise to be asked. */
export function picturesBehind(port: number, asked: readonly number[] = []): readonly Picture[] {
  const pictures: Picture[] = [];
  const queue = [port, ...asked];
  const known = new Set(queue);
  for (let next = queue.shift(); next !== undefined && pictures.length <= MOST_HOPS; next = queue.shift()) {
    const picture = pictureOf(next);
    if (!picture) continue;
    pictures.push(picture);
    for (const other of picture.asks) {
      if (known.has(other)) continue;
      known.add(other);
      queue.push(other);
    }
  }
  return pictures;
}

/** Undefined where nothing listens there, or nothing that may be seen. */
export function pictureOf(port: number): Picture | undefined {
  // what this very command serves (a demo) is no server to look into
  const listeners = listenersOn(port).filter(({ pid }) => pid !== process.pid);
  if (!listeners.length) return undefined;
  const all = allProcesses();
  const members = [...listeners, ...childrenOf(listeners, all)].slice(0, MOST_MEMBERS).map(
    (one): Member => ({
      ...one,
      open: openFiles(one.pid),
      env: environmentOf(one.pid),
      unit: unitOf(one.pid),
    }),
  );
  const logs = members.flatMap(({ open = [] }) => open.filter(isLog).map(({ target }) => target));
  return { port, members, logs: [...new Set(logs)], asks: asksOf(members, port), unseen: unseenOf(members) };
}

function childrenOf(parents: readonly Process[], all: readonly Process[]): readonly Process[] {
  const known = new Set(parents.map(({ pid }) => pid));
  const found: Process[] = [];
  // a parent has the smaller number, unless numbers began anew: then a second round finds it
  for (let round = 0; round < 2; round++)
    for (const process of all)
      if (known.has(process.parent) && !known.has(process.pid)) {
        known.add(process.pid);
        found.push(process);
      }
  return found;
}

/** Ports of other listeners of this machine to which these are connected now, or that they were told at their start. */
function asksOf(members: readonly Member[], own: number): readonly number[] {
  const sockets = tcpSockets();
  const listening = new Set(sockets.flatMap(({ listens, port }) => (listens ? [port] : [])));
  const held = new Set(members.flatMap(({ open = [] }) => open.map(({ target }) => target)));
  const mine = new Set(sockets.flatMap(({ listens, port, name }) => (listens && held.has(name) ? [port] : [])));
  const connected = sockets.flatMap(({ name, port, remotePort }) =>
    held.has(name) && !mine.has(port) ? [remotePort] : [],
  );
  const told = members
    .filter((one, i) => members.findIndex(({ words }) => words.join('\0') === one.words.join('\0')) === i)
    .flatMap(({ words, env }) =>
      // a proxy that is set is a way out, and no server that is asked for this request
      [
        ...words.slice(1),
        ...Object.entries(env).flatMap(([name, value]) => (/proxy/i.test(name) ? [] : [value])),
      ].flatMap(portsIn),
    );
  return [...new Set([...connected, ...told])].filter((port) => listening.has(port) && port !== own && !mine.has(port));
}

/** Ports that a text names: `:8080`, or a number that is all of it. */
export function portsIn(text: string): readonly number[] {
  return [...text.slice(0, 4_000).matchAll(/(?:^|(?<=[:=]))(\d{2,5})(?![\w.])/g)].map(([, port]) => Number(port));
}

function unseenOf(members: readonly Member[]): readonly string[] {
  const [first] = members;
  if (!first) return [];
  if (first.open === undefined)
    return [
      `What ${first.name} (process ${first.pid}) holds open is shown to its user and to root only, so its logs were not looked for.`,
    ];
  const target = first.open.find(({ fd }) => fd === 2)?.target ?? '';
  if (target.startsWith('pipe:') || /^\/dev\/(?:pts|tty)/.test(target))
    return [
      `${first.name} writes its messages to ${target.startsWith('pipe:') ? 'a pipe' : 'a terminal'}, where they cannot be read; --error-log names a file.`,
    ];
  return [];
}

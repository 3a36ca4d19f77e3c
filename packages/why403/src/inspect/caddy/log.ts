/** Caddy's JSON logs. Source: https://caddyserver.com/docs/logging */
import type { ServerView } from '../shared/server-view.ts';
import type { Finding } from '../types.ts';

interface Entry {
  readonly level: string;
  readonly msg: string;
  readonly error: string;
  readonly status: number | undefined;
  readonly address: string | undefined;
  readonly method: string | undefined;
  readonly uri: string | undefined;
  readonly raw: string;
}

function readEntry(raw: string): Entry | undefined {
  if (!raw.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(raw) as Record<string, unknown>;
    const request = (entry['request'] ?? {}) as Record<string, unknown>;
    const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
    return {
      level: text(entry['level']) ?? '',
      msg: text(entry['msg']) ?? '',
      error: text(entry['error']) ?? '',
      status: typeof entry['status'] === 'number' ? entry['status'] : undefined,
      address: text(request['client_ip']) ?? text(request['remote_ip']),
      method: text(request['method']),
      uri: text(request['uri']),
      raw,
    };
  } catch {
    return undefined;
  }
}

const target = (view: ServerView): string => `${view.rawPath}${view.query === undefined ? '' : `?${view.query}`}`;

/** The client's address in the last line of this request. */
export function findCaddyClient(lines: readonly string[], view: ServerView): string | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const entry = readEntry(lines[i] as string);
    if (entry?.address && entry.method === view.method && entry.uri === target(view)) return entry.address;
  }
  return undefined;
}

/** Findings from lines that say why. */
export function explainCaddyLog(lines: readonly string[], file: string, view: ServerView): readonly Finding[] {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 500); i--) {
    const entry = readEntry(lines[i] as string);
    if (!entry || (entry.uri !== undefined && entry.uri !== target(view))) continue;
    const words = `${entry.msg} ${entry.error}`;
    const base = { quote: entry.raw.slice(0, 400), location: { file }, fixes: [], by: 'caddy' };
    if (/permission denied/i.test(words) && (entry.uri !== undefined || words.includes(view.rawPath))) {
      return [
        {
          ...base,
          cause: 'file-permissions',
          weight: 'proves',
          says: 'Caddy logged that opening the file was denied.',
        },
      ];
    }
  }
  return [];
}

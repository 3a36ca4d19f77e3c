// What exports of tools have in common: entries with a request, some with an answer.
import { InputError } from '../../model/errors.ts';
import type { Header } from '../../model/exchange.ts';
import { type Gap, gap } from '../../model/gap.ts';
import type { ImportContext, Imported } from '../../model/importer.ts';
import { UNKNOWN_URL } from '../raw-http/read-message.ts';
import { namedVariables } from '../text/variables.ts';
import { cutBody } from './cut-body.ts';
import { fitBody } from './request-body.ts';

/** One entry of an export. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body?: string | undefined;
  readonly response?: {
    readonly status: number;
    readonly reason?: string | undefined;
    readonly headers: readonly Header[];
    readonly body?: string | undefined;
  };
  readonly gaps?: readonly Gap[];
  readonly notes?: readonly string[];
}

/** Whether a text is an address that a request may have, with variables or without. */
export function isAddress(url: string): boolean {
  return /^https?:\/\/[^/?#\s]/i.test(url);
}

/** An address of an export as an absolute one: a variable in place of the host stays, and the scheme is added where it is missing. */
export function addressOf(url: string): string {
  const bare = url.trim().replace(/#.*/s, '');
  if (isAddress(bare)) return bare;
  if (bare.startsWith('/')) return UNKNOWN_URL.slice(0, -1) + bare;
  return bare === '' || /\s/.test(bare) ? UNKNOWN_URL : `http://${bare.replace(/^[a-z]{2,8}:\/\/\/?/i, '')}`;
}

export function recordedAs(entry: Recorded, context: ImportContext, index: number): Imported {
  const gaps: Gap[] = [...(entry.gaps ?? [])];
  const fitted = fitBody(
    entry.headers,
    entry.body === undefined || entry.body === '' ? undefined : { text: entry.body },
  );
  gaps.push(...fitted.gaps);
  const { response } = entry;
  const cut = response?.body === undefined ? undefined : cutBody({ text: response.body });
  gaps.push(...(cut?.gaps ?? []));
  if (!response && !gaps.some(({ code }) => code === 'response'))
    gaps.push(gap('response', 'The answer is not in this file.'));
  const request = {
    method: entry.method,
    url: addressOf(entry.url),
    headers: fitted.headers,
    ...(fitted.body ? { body: fitted.body } : {}),
  };
  return {
    exchange: {
      request,
      ...(response && {
        response: {
          status: response.status,
          ...(response.reason ? { statusText: response.reason } : {}),
          headers: response.headers,
          ...(cut ? { body: cut.body } : {}),
        },
      }),
      gaps,
      source: { name: context.name ?? 'export', entry: index },
    },
    send: {},
    form: 'record',
    notes: [...(entry.notes ?? []), ...namedVariables(request)],
  };
}

/**
 * The entries that are worth judging: all that were answered; the one request of an export without answers. Throws InputError where there
 * are several and none was answered: which one is meant is not ours to guess.
 */
export function answered(entries: readonly Recorded[], what: string, context: ImportContext): readonly Imported[] {
  const known = entries.filter(({ response }) => response);
  const subject = context.name ?? 'The text';
  if (entries.length === 0)
    throw new InputError('NOT_HTTP', `${capital(subject)} is ${what} without any request.`, {
      hint: 'Export the collection or the recording that holds the refused request.',
    });
  if (known.length === 0 && entries.length > 1)
    throw new InputError(
      'NOT_HTTP',
      `${capital(subject)} is ${what}: ${entries.length} requests, and no answer to any of them.`,
      {
        hint: 'Give the refused one alone: copied as curl, or saved with its answer.',
      },
    );
  return (known.length > 0 ? known : entries).map((entry, index) => recordedAs(entry, context, index));
}

/** Only our own words begin with a capital letter: a file's name stays as it is. */
export function capital(subject: string): string {
  return subject === 'standard input' ? 'Standard input' : subject;
}

type Json = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value)
    ? value.flatMap((one: unknown): Json[] => [objectOf(one)].filter((json) => json !== undefined))
    : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Header fields of a list of names and values, those that are switched off left out. */
export function headersOf(list: unknown, name = 'name'): readonly Header[] {
  return listOf(list).flatMap((one): Header[] => {
    const key = textOf(one[name])?.trim() ?? '';
    if (one['disabled'] === true || one['enabled'] === false || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(key))
      return [];
    return [[key, String(one['value'] ?? '').replace(/[\r\n]+/g, ' ')]];
  });
}

/** JSON of a file. Throws InputError with what the file is taken for. */
export function parsedJson(text: string, what: string, context: ImportContext): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new InputError(
      'MALFORMED',
      `${capital(context.name ?? 'The text')} looks like ${what} and is not well-formed JSON.`,
      {
        hint: 'Export it again.',
      },
    );
  }
}

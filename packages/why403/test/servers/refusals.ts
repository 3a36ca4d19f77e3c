import type { CauseId } from '@why403/core';
import type { Axes, Reply } from './model.ts';
import type { Chance } from './random.ts';
import { sentenceFor } from './wordings.ts';

/** Why a server refuses, or that there is no such thing. */
export type Reason = CauseId | 'absent';

const STATUS: Readonly<Record<string, number>> = { authentication: 401, absent: 404 };
const WORDS: Readonly<Record<number, string>> = {
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  419: 'Page Expired',
  421: 'Misdirected Request',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** How one server tells its refusals: much or little, each alike or each in words of its own. */
export function refusals(axes: Axes, draw: Chance): (reason: Reason, status?: number) => Reply {
  const json = axes.family === 'api' || axes.family === 'gateway';
  const sentences = new Map<Reason, string>();
  const sent =
    axes.cause === 'credentials-missing' || axes.session === 'none'
      ? 'nothing'
      : axes.session.startsWith('key')
        ? 'key'
        : axes.session === 'jwt'
          ? 'bearer'
          : axes.session;
  return (reason, given) => {
    const own =
      given ??
      (axes.uniform ? axes.status : reason === 'absent' ? STATUS['absent']! : /^credentials/.test(reason) ? 401 : 403);
    const status = axes.uniform && reason !== 'absent' ? axes.status : own;
    if (!sentences.has(reason) && reason !== 'absent' && axes.told === 'sentence')
      sentences.set(reason, sentenceFor(reason, sent, draw) ?? WORDS[status]!);
    const said =
      axes.told === 'nothing'
        ? ''
        : axes.told === 'status' || reason === 'absent' || (axes.uniform && axes.told === 'code')
          ? WORDS[status]!
          : axes.told === 'code'
            ? reason.replace(/-/g, '_').toUpperCase()
            : sentences.get(reason)!;
    const headers: Record<string, string> = { 'content-type': json ? 'application/json' : 'text/html' };
    if (axes.requestIds) headers['x-request-id'] = Math.floor(draw.next() * 1e9).toString(16);
    if (axes.cors) headers['access-control-allow-origin'] = '*';
    if (status === 302) headers['location'] = '/login';
    if (status === 401) headers['www-authenticate'] = axes.session === 'basic' ? 'Basic realm="site"' : 'Bearer';
    return {
      status,
      headers,
      body:
        said === ''
          ? ''
          : json
            ? JSON.stringify({ error: said })
            : `<html><body><h1>${status}</h1><p>${said}</p></body></html>`,
    };
  };
}

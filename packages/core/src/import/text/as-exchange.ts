// Makes an exchange of what a text shows, and says what it does not show.
import type { Exchange, Request, Response } from '../../model/exchange.ts';
import { type Gap, gap } from '../../model/gap.ts';
import type { ImportContext, Imported } from '../../model/importer.ts';
import type { Seen, Tool } from '../../model/tool.ts';
import { cutBody } from '../parts/cut-body.ts';
import { UNKNOWN_URL } from '../raw-http/read-message.ts';
import { namedVariables } from './variables.ts';

/** A refusal that names no number is taken for this one. */
const ASSUMED = 403;

export function asExchange(seen: Seen, tool: Tool | undefined, context: ImportContext): Imported {
  const gaps: Gap[] = [];
  const request = requestOf(seen, tool, gaps);
  const response = responseOf(seen, tool, gaps);
  const exchange: Exchange = {
    request,
    ...(response && { response }),
    gaps,
    ...(context.name === undefined ? {} : { source: { name: context.name } }),
  };
  return {
    exchange,
    send: {},
    form: 'record',
    notes: namedVariables(request),
    ...(seen.claims && { claims: seen.claims }),
    ...(tool && { tool: tool.id }),
  };
}

function requestOf(seen: Seen, tool: Tool | undefined, gaps: Gap[]): Request {
  const method = seen.method ?? tool?.always?.method;
  const host = seen.host ?? tool?.always?.host;
  const path = seen.path?.startsWith('/') ? seen.path : undefined;
  const url =
    seen.url ?? (host === undefined ? `${UNKNOWN_URL.slice(0, -1)}${path ?? '/'}` : `https://${host}${path ?? '/'}`);
  if (seen.url === undefined && host === undefined && path === undefined && method === undefined)
    gaps.push(gap('request', 'The request is not shown.'));
  else {
    if (seen.url === undefined && host === undefined) gaps.push(gap('request-host', 'The host is not shown.'));
    if (method === undefined) gaps.push(gap('request', 'Of the request only the address is shown.'));
    else if (!seen.requestHeaders)
      gaps.push(
        gap('request-headers', 'The request’s headers are not shown: whether it carried a credential is unknown.'),
      );
  }
  return {
    method: method ?? 'GET',
    url,
    headers: (seen.requestHeaders ?? []).filter(([name]) => !name.startsWith(':')),
    ...(seen.requestBody ? { body: { text: seen.requestBody } } : {}),
  };
}

function responseOf(seen: Seen, tool: Tool | undefined, gaps: Gap[]): Response | undefined {
  const status = seen.status ?? tool?.always?.status;
  const said = seen.body ?? seen.words;
  if (status === undefined && said === undefined) {
    gaps.push(gap('response', 'The answer is not shown.'));
    return undefined;
  }
  if (status === undefined || seen.assumed)
    gaps.push(gap('response-status', `The text names no status: ${status ?? ASSUMED} is assumed.`));
  const cut = said === undefined ? undefined : cutBody({ text: said });
  if (said === undefined) {
    gaps.push(
      gap(
        'response-body',
        seen.headers ? 'The answer’s body is not shown.' : 'Of the answer only the status is shown.',
      ),
    );
  } else if (seen.body === undefined) gaps.push(gap('response-body-cut', 'Of the answer only these words are shown.'));
  else if (!seen.headers) gaps.push(gap('response-headers', 'The answer’s headers are not shown.'));
  return {
    status: status ?? ASSUMED,
    ...(seen.reason === undefined ? {} : { statusText: seen.reason }),
    headers: seen.headers ?? [],
    ...(cut && { body: cut.body }),
  };
}

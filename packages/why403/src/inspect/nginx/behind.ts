import type { Exchange, Header } from '@why403/core';
import { inherited, setting } from './model.ts';
import type { Run } from './run.ts';
import type { Directive } from './syntax.ts';
import { evaluate } from './variables.ts';

/** Headers that belong to one connection and are not passed on. */
const HOP = new Set(['host', 'connection', 'keep-alive', 'te', 'upgrade', 'transfer-encoding']);

/** The address that a `proxy_pass` leads to: of an `upstream` block its first server. */
function addressOf(run: Run, name: string): string | undefined {
  const block = run.model.http.directives.find((one) => one.name === 'upstream' && one.args[0] === name);
  const address = block ? block.block?.find((one) => one.name === 'server')?.args[0] : name;
  return address?.replace(/^localhost(?=:|$)/, '127.0.0.1');
}

/**
 * The request that nginx sends on by `proxy_pass`, as the server behind it sees it.
 * Undefined where it goes to a socket, to another machine, or where its parts cannot be known.
 */
export function requestBehind(run: Run, pass: Directive, exchange: Exchange): Exchange | undefined {
  if (pass.name !== 'proxy_pass') return undefined;
  const target = evaluate(run, pass.args[0] ?? '');
  const match = /^(https?):\/\/([^/?#]+)(\/[^?#]*)?/.exec(target.text);
  if (target.unknown || !match) return undefined;
  const [, scheme = 'http', host = '', path] = match;
  const address = addressOf(run, host);
  if (address === undefined || !/^(?:127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/.test(address)) return undefined;
  const place = run.location;
  const prefixed = place && (place.match === 'prefix' || place.match === '^~' || place.match === '=');
  const query = run.args ? `?${run.args}` : '';
  let uri = run.uri === run.request.uri ? run.request.rawUri : encodeURI(run.uri) + query;
  if (path !== undefined && (pass.args[0] ?? '').includes('$')) uri = path;
  else if (path !== undefined && prefixed) uri = encodeURI(path + run.uri.slice(place.pattern.length)) + query;
  const set = inherited(run.scope, 'proxy_set_header');
  const given = new Set(set.map(({ args }) => (args[0] ?? '').toLowerCase()));
  run.vars.set('proxy_host', { text: host, deps: new Set(), via: [] });
  const headers: Header[] = [];
  if (!given.has('host')) headers.push(['Host', host]);
  for (const { args } of set) {
    const value = evaluate(run, args[1] ?? '');
    if (!value.unknown && value.text !== '') headers.push([args[0] ?? '', value.text]);
  }
  for (const [name, value] of exchange.request.headers) {
    const lower = name.toLowerCase();
    if (!given.has(lower) && !HOP.has(lower) && !name.startsWith(':')) headers.push([name, value]);
  }
  const method = setting(run.scope, 'proxy_method')?.args[0] ?? exchange.request.method;
  return {
    ...exchange,
    request: { ...exchange.request, method, url: `${scheme}://${address}${uri}`, headers, httpVersion: '1.1' },
    transport: {
      address: address.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''),
      port: Number(/:(\d+)$/.exec(address)?.[1] ?? (scheme === 'https' ? 443 : 80)),
    },
  };
}

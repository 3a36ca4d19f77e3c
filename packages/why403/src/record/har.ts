// What was seen, as a HAR (http://www.softwareishard.com/blog/har-12-spec/). Secrets are taken out, unless the user wants to see them.
import type { Exchange, Header } from '@why403/core';
import { jsonText, learnExchange, newVault, type View, viewOf } from '@why403/core';
import { VERSION } from '../version.ts';
import type { Take } from './tape.ts';

/** The text of the file. The takes give the times of the exchanges, in the same order. */
export function harOf(exchanges: readonly Exchange[], takes: readonly Take[], showSecrets: boolean): string {
  const vault = newVault();
  for (const exchange of exchanges) learnExchange(vault, exchange);
  // every place is looked at before any is shown: what is hidden in one may stand in another
  const views = exchanges.map((exchange) => (showSecrets ? openView(exchange) : viewOf(exchange, vault)));
  const entries = exchanges.map((exchange, i) => entryOf(exchange, takes[i]!, views[i]!));
  return `${jsonText({ log: { version: '1.2', creator: { name: 'why403', version: VERSION }, entries } }, 1)}\n`;
}

type Shown = Pick<View, 'url' | 'headers' | 'body'>;

function entryOf(exchange: Exchange, take: Take, view: Shown): object {
  const { request, response, transport } = exchange;
  const url = view.url();
  const sent = view.body('request');
  const got = view.body('response');
  const type = (headers: readonly Header[]): string =>
    headers.find(([name]) => /^content-type$/i.test(name))?.[1] ?? '';
  const time = take.took ?? 0;
  return {
    startedDateTime: new Date(take.began).toISOString(),
    time,
    request: {
      method: request.method,
      url,
      httpVersion: versionOf(request.httpVersion),
      cookies: [],
      headers: listOf(view.headers('request')),
      queryString: [],
      ...(request.body && { postData: { mimeType: type(request.headers), text: sent ?? '' } }),
      headersSize: -1,
      bodySize: take.body('request').size,
    },
    response: {
      status: response?.status ?? 0,
      statusText: response?.statusText ?? '',
      httpVersion: versionOf(response?.httpVersion),
      cookies: [],
      headers: listOf(response ? view.headers('response') : []),
      content: { size: take.body('response').size, mimeType: type(response?.headers ?? []), text: got ?? '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: take.body('response').size,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(transport?.address !== undefined && { serverIPAddress: transport.address }),
  };
}

/** An exchange as it is. */
function openView({ request, response }: Exchange): Shown {
  return {
    url: () => request.url,
    headers: (of) => (of === 'request' ? request.headers : (response?.headers ?? [])),
    body: (of) => (of === 'request' ? request.body : response?.body)?.text ?? null,
  };
}

function listOf(headers: readonly Header[]): readonly { readonly name: string; readonly value: string }[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function versionOf(version: string | undefined): string {
  return version === '2' ? 'HTTP/2.0' : `HTTP/${version ?? '1.1'}`;
}

import { decodeBase64 } from '../model/base64.ts';
import type { Evidence, Facts, Reader } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { cookiePairs, header, headersOf, httpDate, queryOf } from '../model/http.ts';

type Signature = Facts['signature'];

// Signed URLs say when they end; the response's Date says when they were used.
const reader: Reader = {
  id: 'signatures',
  read(exchange) {
    const now = serverTime(exchange);
    const query = new Map(queryOf(exchange.request.url).map((q) => [q.name.toLowerCase(), q]));
    const get = (name: string): string | undefined => query.get(name)?.value;
    const found: Evidence<'signature'>[] = [];
    const add = (scheme: Signature['scheme'], expiresAt: number | undefined, param: string, madeAt?: number): void => {
      const place = query.get(param);
      const at: Span = { part: 'request', in: 'url', ...(place && { start: place.start, end: place.end }) };
      found.push({ kind: 'signature', fact: fact(scheme, now, expiresAt, madeAt), at: [at], by: 'signatures' });
    };
    if (get('x-amz-signature')) {
      const from = basicDate(get('x-amz-date'));
      add('s3', from === undefined ? undefined : from + Number(get('x-amz-expires') ?? 0), 'x-amz-date', from);
    } else if (get('x-goog-signature')) {
      const from = basicDate(get('x-goog-date'));
      add('gcs', from === undefined ? undefined : from + Number(get('x-goog-expires') ?? 0), 'x-goog-date', from);
    } else if (get('sig') && get('se')) {
      add('azure-sas', seconds(Date.parse(get('se')!)), 'se');
    } else if (get('signature') && get('expires') && (get('key-pair-id') || get('policy'))) {
      add('cloudfront', Number(get('expires')), 'expires');
    } else if (
      get('signature') &&
      get('expires') &&
      (get('awsaccesskeyid') || get('googleaccessid') || get('ossaccesskeyid'))
    ) {
      add('s3', Number(get('expires')), 'expires');
    } else if (
      (get('md5') || get('st') || get('hash') || get('token') || get('signature') || get('sig')) &&
      /^\d{10}$/.test(get('expires') ?? get('e') ?? get('exp') ?? '')
    ) {
      const name = get('expires') ? 'expires' : get('e') ? 'e' : 'exp';
      add(get('md5') || get('st') ? 'secure-link' : 'other', Number(get(name)), name);
    }
    found.push(
      ...fromSigV4Header(exchange, now),
      ...fromCloudFrontCookies(exchange, now),
      ...fromTimestamp(exchange, now),
    );
    return found;
  },
};

/** Signed cookies of CloudFront: when the policy ends, or the time beside it. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-cookies.html */
function fromCloudFrontCookies(exchange: Exchange, now: number | undefined): Evidence<'signature'>[] {
  return headersOf(exchange, 'request', 'cookie').flatMap(({ value, span }) =>
    cookiePairs(value).flatMap(([name, text]): Evidence<'signature'>[] => {
      const ends = /^cloudfront-expires$/i.test(name)
        ? Number(text)
        : /^cloudfront-policy$/i.test(name)
          ? Number(
              /"AWS:EpochTime"\s{0,5}:\s{0,5}(\d{9,11})/.exec(
                decodeBase64(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/')) ?? '',
              )?.[1],
            )
          : Number.NaN;
      if (!Number.isFinite(ends)) return [];
      return [{ kind: 'signature', fact: fact('cloudfront', now, ends), at: [span], by: 'signatures' }];
    }),
  );
}

/** A request that is signed in headers of its product's own, with its time in another: `X-Acme-Timestamp` beside `X-Acme-Signature`. */
function fromTimestamp(exchange: Exchange, now: number | undefined): Evidence<'signature'>[] {
  const names = exchange.request.headers.map(([name]) => name.toLowerCase());
  if (!names.some((name) => /(?:^|-)(?:signature|sign|hmac)$/.test(name) && name !== 'x-amz-signature')) return [];
  const index = names.findIndex(
    (name) => /(?:^|-)(?:timestamp|ts|time|date)$/.test(name) && !/^(?:date|x-amz-date)$/.test(name),
  );
  const [name, value] = exchange.request.headers[index] ?? [];
  if (name === undefined || value === undefined) return [];
  const made = /^\d{10}(?:\d{3})?$/.test(value) ? Number(value.slice(0, 10)) : seconds(Date.parse(value));
  if (made === undefined || !Number.isFinite(made)) return [];
  return [
    {
      kind: 'signature',
      fact: fact('other', now, undefined, made),
      at: [{ part: 'request', in: 'header', header: name, index }],
      by: 'signatures',
    },
  ];
}

function fact(
  scheme: Signature['scheme'],
  now: number | undefined,
  expiresAt: number | undefined,
  madeAt?: number,
): Signature {
  const ends = expiresAt !== undefined && Number.isFinite(expiresAt) && expiresAt > 0 ? expiresAt : undefined;
  return {
    scheme,
    ...(now !== undefined && { now }),
    ...(ends !== undefined && { expiresAt: ends }),
    ...(now !== undefined && ends !== undefined && now > ends && { expiredBy: now - ends }),
    ...(now !== undefined && madeAt !== undefined && { skew: madeAt - now }),
  };
}

function fromSigV4Header(exchange: Exchange, now: number | undefined): Evidence<'signature'>[] {
  const authorization = headersOf(exchange, 'request', 'authorization').find(({ value }) =>
    /^AWS4-HMAC-SHA256\s/i.test(value),
  );
  if (!authorization) return [];
  const date = headersOf(exchange, 'request', 'x-amz-date')[0];
  return [
    {
      kind: 'signature',
      fact: fact('sigv4', now, undefined, basicDate(date?.value)),
      at: [date?.span ?? authorization.span],
      by: 'signatures',
    },
  ];
}

// S3 tells its own time in the body where Date was not kept.
function serverTime(exchange: Exchange): number | undefined {
  const told = /<ServerTime>([^<]{10,40})<\/ServerTime>/.exec(exchange.response?.body?.text.slice(0, 8000) ?? '')?.[1];
  return seconds(told ? Date.parse(told) : httpDate(header(exchange.response, 'date')));
}

const seconds = (ms: number | undefined): number | undefined =>
  ms === undefined || Number.isNaN(ms) ? undefined : ms / 1000;

/** ISO 8601 basic format, `20260814T192947Z`, as seconds. */
function basicDate(text: string | undefined): number | undefined {
  const m = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  return m ? Date.UTC(+m[1]!, +m[2]! - 1, +m[3]!, +m[4]!, +m[5]!, +m[6]!) / 1000 : undefined;
}

export default reader;

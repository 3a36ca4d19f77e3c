import { createHash, createHmac } from 'node:crypto';
import type { Header, Request } from '@why403/core';
import { SendError } from './error.ts';
import { bodyBytes, headerValue, withHeader } from './headers.ts';
import { removeDotSegments } from './redirect.ts';
import type { Target } from './target.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Uint8Array, data: string) => createHmac('sha256', key).update(data, 'utf8').digest();

/** Headers that are signed besides `host` and the provider's own; any more may be changed on the way. */
const SIGNED = new Set(['host', 'content-type', 'content-md5', 'date', 'range']);

/**
 * Signs a request with AWS Signature Version 4 as `--aws-sigv4` does it: `provider1[:provider2[:region[:service]]]`, region
 * and service out of the host where they are not given. `user` is `key:secret`. `headers` must have `Host` already.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signAwsV4(
  request: Request,
  target: Target,
  provider: string,
  user: string,
  now: Date = new Date(),
): readonly Header[] {
  const { owner, vendor, region, service } = readProvider(provider, target.host);
  const colon = user.indexOf(':');
  const [key, secret] = colon < 0 ? [user, ''] : [user.slice(0, colon), user.slice(colon + 1)];
  const isS3 = owner === 'aws' && service === 's3';
  const dateName = `X-${capitalise(vendor)}-Date`;
  const hashName = `x-${vendor}-content-sha256`;
  const stamp = headerValue(request.headers, dateName.toLowerCase()) ?? now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const payload = headerValue(request.headers, hashName) ?? sha256(bodyBytes(request) ?? '');

  let headers = request.headers;
  const added: Header[] = [];
  if (headerValue(headers, dateName.toLowerCase()) === undefined) added.push([dateName, stamp]);
  if (isS3 && headerValue(headers, hashName) === undefined) added.push([hashName, payload]);

  const canonical = canonicalHeaders([...headers, ...added], vendor);
  const signedNames = canonical.map(([name]) => name).join(';');
  const [path, query] = splitQuery(target.path);
  const canonicalRequest = [
    request.method,
    isS3 ? path : encodePath(removeDotSegments(path.replace(/\/{2,}/g, '/'))),
    canonicalQuery(query),
    ...canonical.map(([name, value]) => `${name}:${value}`),
    '',
    signedNames,
    payload,
  ].join('\n');
  const scope = `${stamp.slice(0, 8)}/${region}/${service}/${owner}4_request`;
  const algorithm = `${owner.toUpperCase()}4-HMAC-SHA256`;
  const toSign = [algorithm, stamp, scope, sha256(canonicalRequest)].join('\n');
  const signing = scope
    .split('/')
    .reduce<string | Uint8Array>((made, part) => hmac(made, part), `${owner.toUpperCase()}4${secret}`);
  const signature = hmac(signing, toSign).toString('hex');
  const value = `${algorithm} Credential=${key}/${scope}, SignedHeaders=${signedNames}, Signature=${signature}`;
  if (headerValue(headers, 'authorization') !== undefined) headers = withHeader(headers, 'Authorization', value);
  else added.unshift(['Authorization', value]);
  const at = headers[0]?.[0].toLowerCase() === 'host' ? 1 : 0;
  return headers.toSpliced(at, 0, ...added);
}

function readProvider(text: string, host: string) {
  const [owner = '', vendor = '', region = '', service = ''] = text.toLowerCase().split(':');
  const labels = host.split('.');
  const given = { region: region || (labels[1] ?? ''), service: service || (labels[0] ?? '') };
  if (
    owner === '' ||
    given.region === '' ||
    given.service === '' ||
    (labels.length < 3 && (region === '' || service === ''))
  ) {
    throw new SendError(
      'PROTOCOL',
      `The request to ${host} cannot be signed: its name has no region and service; write --aws-sigv4 aws:amz:region:service.`,
    );
  }
  return { owner, vendor: vendor || (owner === 'aws' ? 'amz' : owner), ...given };
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function canonicalHeaders(headers: readonly Header[], vendor: string): readonly Header[] {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (!SIGNED.has(lower) && !lower.startsWith(`x-${vendor}-`)) continue;
    const trimmed = value.trim().replace(/[ \t]+/g, ' ');
    values.set(lower, [...(values.get(lower) ?? []), trimmed]);
  }
  return [...values].map(([name, all]) => [name, all.join(',')] as const).sort(([a], [b]) => (a < b ? -1 : 1));
}

function splitQuery(path: string): readonly [string, string] {
  const at = path.indexOf('?');
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
}

/** A lone surrogate has no UTF-8 form; it goes out as U+FFFD, in the request as in the signature. */
const wellFormed = (text: string) => Buffer.from(text, 'utf8').toString('utf8');

const encode = (text: string) =>
  encodeURIComponent(wellFormed(text)).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Every service but S3 wants the path encoded once more than it stands in the request line. */
function encodePath(path: string): string {
  return path.split('/').map(encode).join('/');
}

/** Names and values encoded once, as they mean, sorted by name and then value. */
function canonicalQuery(query: string): string {
  if (query === '') return '';
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [encode(decode(name)), encode(decode(value))] as const;
    })
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

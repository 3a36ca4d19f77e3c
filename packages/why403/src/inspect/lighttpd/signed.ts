/**
 * mod_secdownload: `<prefix><mac>/<hex time><path>`. A wrong signature is 403, one past its time 410.
 * Source: https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModSecDownload
 */
import { createHash, createHmac } from 'node:crypto';
import type { Request } from '@why403/core';
import type { MendedRequest } from '../types.ts';
import type { Assignment } from './parse.ts';

type Settings = ReadonlyMap<string, Assignment>;

/** A link below the prefix, in its parts; the mac and the time are empty where none stand there. */
export interface SignedPath {
  readonly prefix: Assignment;
  readonly secret: Assignment;
  readonly mac: string;
  /** Hexadecimal seconds. */
  readonly time: string;
  /** With the slash before it. */
  readonly rest: string;
  /** The mac that belongs to this time and path. */
  readonly right: string;
  /** Seconds that a link is good for. */
  readonly timeout: number;
}

const PARTS = /^([\w-]{20,64})\/([0-9a-fA-F]{8})(\/.*)$/;

/** Takes a path below the module's prefix apart; undefined where the module does not look at it. */
export function readSigned(settings: Settings, path: string): SignedPath | undefined {
  const prefix = settings.get('secdownload.uri-prefix');
  const secret = settings.get('secdownload.secret');
  if (!prefix || !secret || !path.startsWith(String(prefix.value))) return undefined;
  const below = path.slice(String(prefix.value).length);
  const [, mac = '', time = '', rest = `/${below}`] = PARTS.exec(below) ?? [];
  const timeout = Number(settings.get('secdownload.timeout')?.value ?? 60);
  return { prefix, secret, mac, time, rest, right: macOf(settings, secret, rest, time), timeout };
}

function macOf(settings: Settings, { value }: Assignment, rest: string, time: string): string {
  const algorithm = String(settings.get('secdownload.algorithm')?.value ?? '');
  if (algorithm === 'md5') return createHash('md5').update(`${value}${rest}${time}`).digest('hex');
  return createHmac(algorithm === 'hmac-sha256' ? 'sha256' : 'sha1', String(value))
    .update(`/${time}${rest}`)
    .digest('base64url');
}

/** The request with the link signed as the configuration signs it, from now on; the path's own encoding is kept. */
export function signAnew(settings: Settings, path: string, request: Request, now: number): MendedRequest | undefined {
  const link = readSigned(settings, path);
  const at = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(request.url)?.[0].length;
  if (!link || at === undefined) return undefined;
  const prefix = String(link.prefix.value);
  if (!request.url.startsWith(prefix, at)) return undefined;
  const below = request.url.slice(at + prefix.length);
  const end = below.search(/[?#]/);
  const tail = end < 0 ? below : below.slice(0, end);
  const rest = PARTS.exec(tail)?.[3] ?? `/${tail}`;
  const time = Math.floor(now).toString(16);
  const mac = macOf(settings, link.secret, link.rest, time);
  const url = `${request.url.slice(0, at)}${prefix}${mac}/${time}${rest}${end < 0 ? '' : below.slice(end)}`;
  return { request: { ...request, url }, secrets: [mac] };
}

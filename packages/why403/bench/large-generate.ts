/** Configurations of many rules of one kind, for each server: as bot lists, address lists and generated hosts are in the field. */
import { APACHE } from './large/apache.ts';
import { CADDY } from './large/caddy.ts';
import { HAPROXY } from './large/haproxy.ts';
import type { LargeKind } from './large/kind.ts';
import { LIGHTTPD } from './large/lighttpd.ts';
import { NGINX } from './large/nginx.ts';
import { SQUID } from './large/squid.ts';
import { TINYPROXY } from './large/tinyproxy.ts';
import { TOMCAT } from './large/tomcat.ts';
import { VARNISH } from './large/varnish.ts';

export type { LargeKind } from './large/kind.ts';

export const LARGE: readonly LargeKind[] = [
  ...NGINX,
  ...APACHE,
  ...CADDY,
  ...LIGHTTPD,
  ...HAPROXY,
  ...SQUID,
  ...VARNISH,
  ...TOMCAT,
  ...TINYPROXY,
];

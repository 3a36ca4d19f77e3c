import type { ErrorFormat } from '../model.ts';
import apache from './apache.ts';
import lighttpd from './lighttpd.ts';
import modsecurity from './modsecurity.ts';
import nginx from './nginx.ts';
import phpFpm from './php-fpm.ts';

/** The error logs that are read. Caddy's is JSON and stands among the access formats, because it mixes both in one file. */
export const ERROR_FORMATS: readonly ErrorFormat[] = [nginx, apache, lighttpd, modsecurity, phpFpm];

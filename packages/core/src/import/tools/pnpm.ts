import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'pnpm',
  name: 'pnpm',
  commands: ['pnpm', 'pnpx'],
  shows: [/\bERR_PNPM_\w{3,60}/],
  before: [/^\s{0,3}(?:ERR_PNPM_FETCH_\d{3}\s{1,4})/],
  own: [
    /^This error happened while installing|^No authorization header was set|^An authorization header was used|^\S{1,300} is not in the npm registry/,
  ],
  lines: [
    /^(?:ERROR {1,3})?(?<method>GET|PUT|POST|DELETE) (?<url>https?:\S{1,4000}): (?<reason>[A-Za-z ]{1,60}) - (?<status>\d{3})/,
    {
      is: /^No authorization header was set for the request/,
      means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'pnpm sent no Authorization header' }],
    },
    {
      is: /^An authorization header was used: /,
      means: [{ cause: 'credentials-missing', weight: 'excludes', says: 'pnpm sent an Authorization header' }],
    },
  ],
  fixes: {
    authentication: [
      {
        text: 'Put the token of this registry into .npmrc, or log in',
        commands: (exchange) => [sh`pnpm login --registry=${`https://${hostOf(exchange)}/`}`],
      },
    ],
    any: [{ text: 'See which registry and login are used here', commands: [sh`pnpm config list`, sh`pnpm whoami`] }],
  },
};

export default tool;

import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'composer',
  name: 'Composer',
  commands: ['composer'],
  shows: [
    /^\s{0,9}The (?:'|")https?:\S{1,2000}(?:'|") (?:URL|file) could not be (?:accessed|downloaded)/,
    /^Could not (?:fetch|authenticate against) \S{1,2000}/,
    /^\s{0,9}\[Composer\\Downloader\\TransportException\]/,
    /^Your (?:GitHub|GitLab|Bitbucket) (?:OAuth|token|credentials)/,
  ],
  own: [
    /^Could not fetch |^\s{0,9}please review your configured|^Head to https?:|^Failed to download |^\s{0,9}Now trying to download|^(?:Username|Token \(hidden\)):|^When working with _public_/,
  ],
  lines: [
    /The ['"](?<url>https?:[^'"\s]{1,4000})['"] (?:URL|file) could not be (?:accessed|downloaded):? ?\(?HTTP\/[\d.]{1,3} (?<status>\d{3}) ?(?<reason>[^)\n]{0,100}?)\)?:?$/,
    {
      is: /^Could not authenticate against (?<host>[\w.-]{1,253})/,
      status: 401,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'Composer sent the credential that it has, and was refused',
        },
      ],
    },
  ],
  always: { method: 'GET' },
  fixes: {
    'rate-limited': [
      {
        text: 'Give Composer a GitHub token: the limit without one is 60 requests an hour',
        commands: [sh`composer config --global github-oauth.github.com TOKEN`],
      },
    ],
    authentication: [
      {
        text: 'Store the login of this host in auth.json',
        commands: (exchange) => [sh`composer config --global http-basic.${hostOf(exchange)} USER PASSWORD`],
      },
    ],
    authorization: [
      {
        text: 'Give Composer a token that may read this repository',
        commands: [sh`composer config --global github-oauth.github.com TOKEN`],
      },
    ],
    any: [
      { text: 'See what is stored for this host, and show the exchange with -vvv', commands: [sh`composer diagnose`] },
    ],
  },
};

export default tool;

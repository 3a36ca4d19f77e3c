import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'gem',
  name: 'RubyGems',
  commands: ['gem', 'bundle'],
  shows: [
    /^Pushing gem to https?:/,
    /^(?:ERROR: {1,3}(?:While executing gem|Could not find a valid gem)|Gem::\w{3,40}|Bundler::\w{3,60})/,
    /^(?:Bad|Authentication is required for|Access token could not be authenticated for|Please supply credentials for this source)/,
  ],
  before: [/^ERROR: {1,3}/],
  own: [/^Pushing gem to|^It is recommended to use bundle config|^bundle config set |^export BUNDLE_/],
  lines: [
    {
      is: /^Access token could not be authenticated for (?<url>https?:\S{1,2000}?)\.?$/,
      status: 403,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'the source did not accept the token that Bundler has',
        },
        { cause: 'scope-insufficient', weight: 'hints', says: 'the token may lack a scope for this source' },
      ],
    },
    /^Pushing gem to (?<url>https?:\S{1,2000}?)\.{3}$/,
    /bad response (?<reason>[A-Za-z ]{1,60}) (?<status>\d{3}) \((?<url>https?:[^)\s]{1,4000})\)/,
    {
      is: /^Authentication is required for (?<host>[\w.-]{1,253})/,
      status: 401,
      means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'Bundler has no login for this source' }],
    },
    {
      is: /^Bad username or password for (?<url>https?:\S{1,2000}?)\.?$/,
      status: 401,
      means: [
        {
          cause: 'credentials-invalid',
          weight: 'suggests',
          says: 'the source did not accept the login that Bundler has',
        },
      ],
    },
    {
      is: /^You have enabled multi-factor authentication/,
      status: 401,
      means: [{ cause: 'step-up-required', weight: 'suggests', says: 'the account requires a one-time password' }],
    },
  ],
  fixes: {
    authentication: [
      {
        text: 'Sign in, or give Bundler the login of the source',
        commands: (exchange) => [sh`gem signin`, sh`bundle config set --global ${hostOf(exchange)} USER:PASSWORD`],
      },
    ],
    'not-owner': [{ text: 'See who owns the gem, and ask an owner to add you', commands: [sh`gem owner NAME`] }],
    'step-up-required': [{ text: 'Give the one-time password: gem push --otp CODE' }],
  },
};

export default tool;

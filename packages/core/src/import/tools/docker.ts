import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { REGISTRY_LINES } from '../parts/registry-lines.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'docker',
  name: 'Docker',
  commands: ['docker', 'docker-compose'],
  shows: [
    /^Error response from daemon: /,
    /^(?:error: )?denied: |^unauthorized: |^ERROR: failed to (?:solve|push|build)|^errors:$|^Error saving credentials|^error pulling image configuration/,
    /\bpull access denied for \S{1,300}/,
    /^failed to (?:authorize|fetch oauth token|push|copy)/,
    /^The push refers to repository \[/,
    /^toomanyrequests: /,
  ],
  before: [/^Error response from daemon: /, /^ERROR: (?=failed to )/],
  own: [
    /^[0-9a-f]{12}: |^Using default tag|^latest: |^Trying to pull repository|, repository does not exist or may require 'docker login'$/,
  ],
  lines: [
    /^The push refers to repository \[(?<host>[\w.-]{1,253}(?::\d{1,5})?)\//,
    /^Get "(?<url>https?:[^"]{1,2000})": (?<words>unauthorized: .{1,600}|denied: .{1,600})$/,
    {
      is: /^(?:error from registry: |.{0,300}failed to do request: .{0,200})?(?<words>denied: .{1,1000})$/,
      status: 403,
    },
    { is: /^(?:error from registry: )?(?<words>unauthorized: .{1,1000})$/, status: 401 },
    ...REGISTRY_LINES,
  ],
  fixes: {
    authentication: [
      {
        text: 'Log in to the registry of the image (Docker Hub is docker.io; the image’s name begins with any other)',
        commands: (exchange) => [sh`docker logout ${hostOf(exchange)}`, sh`docker login ${hostOf(exchange)}`],
      },
    ],
    'object-hidden': [
      {
        text: 'Check the image’s name and tag, then log in with an account that may read it',
        commands: [sh`docker login`],
      },
    ],
    'rate-limited': [
      {
        text: 'Log in: the limit of pulls is counted by account and not by address then; or use a mirror',
        commands: [sh`docker login`],
      },
    ],
    authorization: [
      {
        text: 'Check that the name begins with your own namespace, and that the account that is logged in may push there',
        commands: [sh`docker login`],
      },
    ],
    any: [
      {
        text: 'Log in anew: a stored login that expired is sent all the same',
        commands: (exchange) => [sh`docker login ${hostOf(exchange)}`],
      },
    ],
  },
};

export default tool;

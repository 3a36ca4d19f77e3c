import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';
import { REGISTRY_LINES } from '../parts/registry-lines.ts';
import { hostOf } from '../text/host-of.ts';

const tool: Tool = {
  id: 'podman',
  name: 'Podman',
  commands: ['podman', 'skopeo', 'buildah'],
  shows: [
    /^(?:Error: |FATA\[\d{4}\] )?(?:initializing source|writing blob|copying system image|unable to copy|trying to reuse blob|reading manifest|Error (?:initializing source|parsing image name|reading manifest|writing blob))\b/,
    /docker:\/\/\S{1,300}: /,
  ],
  lines: [
    {
      is: /\bto (?<path>\/v2\/\S{1,300}) in (?<host>[\w.-]{1,253}(?::\d{1,5})?): (?<words>unauthorized: .{1,600})$/,
      status: 401,
    },
    /\bto (?<path>\/v2\/\S{1,300}) in (?<host>[\w.-]{1,253}(?::\d{1,5})?): (?<words>.{1,600})$/,
    {
      is: /in (?<host>[\w.-]{1,253}(?::\d{1,5})?)\/\S{1,300}: (?<words>unauthorized: .{1,600})$/,
      status: 401,
    },
    /reading manifest \S{1,200} in (?<host>[\w.-]{1,253}(?::\d{1,5})?)\/\S{1,300}: (?<words>.{1,600})$/,
    /requested access to the resource is denied/,
    ...REGISTRY_LINES,
    { is: /unable to retrieve auth token: (?<words>.{1,600})$/, status: 401 },
    /received unexpected HTTP status: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
  ],
  always: { status: 403 },
  fixes: {
    authentication: [
      {
        text: 'Log in to the registry',
        commands: (exchange) => [
          sh`podman login ${hostOf(exchange)}`,
          sh`podman login --get-login ${hostOf(exchange)}`,
        ],
      },
    ],
    any: [
      {
        text: 'See which login is used, and log in anew',
        commands: (exchange) => [sh`podman login --get-login ${hostOf(exchange)}`],
      },
    ],
  },
};

export default tool;

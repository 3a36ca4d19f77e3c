import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'go-modules',
  name: 'go',
  commands: ['go'],
  shows: [
    /^go: (?:module |downloading |\S{1,300}@v)/,
    /: reading https?:\S{1,2000}: \d{3} /,
    /^\s{0,4}server response:/,
  ],
  own: [/^go: downloading /],
  lines: [
    /reading (?<url>https?:\S{1,4000}): (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})$/,
    {
      is: /fatal: could not read Username for '(?<url>https?:[^']{1,4000})'/,
      status: 401,
      means: [
        {
          cause: 'credentials-missing',
          weight: 'suggests',
          says: 'the module is private, and go had no login to fetch it',
        },
      ],
    },
  ],
  always: { method: 'GET' },
  fixes: {
    any: [
      {
        text: 'For a private module, name it in GOPRIVATE, so that the proxy is not asked, and give Git a login for its host',
        commands: [sh`go env GOPROXY GOPRIVATE GONOSUMDB`],
      },
    ],
  },
};

export default tool;

import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'apt',
  name: 'APT',
  commands: ['apt', 'apt-get'],
  shows: [
    /^(?:Err|Ign|Get|Hit):\d{1,5} https?:/,
    /^E: (?:Failed to fetch|The repository|Some index files|Unable to)/,
    /^W: Failed to fetch/,
  ],
  own: [
    /^Reading package lists|^Building dependency tree|^E: (?:The repository|Some index files|Unable to)|^[NW]: |^Hit:|^Get:|^Ign:|^Fetched /,
  ],
  lines: [
    /^Err:\d{1,5} (?<url>https?:\S{1,2000})(?: .{0,300})?$/,
    /^ {2}(?<status>\d{3}) {1,2}(?<reason>[A-Za-z ]{1,60}?)(?: \[IP: [^\]]{1,100}\])?$/,
    /^[EW]: Failed to fetch (?<url>https?:\S{1,2000}) {1,2}(?<status>\d{3}) {1,2}(?<reason>[A-Za-z ]{1,60}?)(?: \[IP: [^\]]{1,100}\])?$/,
  ],
  always: { method: 'GET' },
  fixes: {
    authentication: [
      {
        text: 'Give the login of the repository in /etc/apt/auth.conf.d/NAME.conf: machine HOST login USER password TOKEN',
      },
    ],
    any: [
      {
        text: 'Ask the repository itself; a proxy of APT may be the one that refuses',
        commands: (exchange) => [sh`apt-config dump Acquire::http::Proxy`, sh`curl -q -I ${exchange.request.url}`],
      },
    ],
  },
};

export default tool;

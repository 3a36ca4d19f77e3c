import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'dnf',
  name: 'DNF',
  commands: ['dnf', 'yum', 'zypper', 'microdnf'],
  shows: [
    /^Error: Failed to download metadata for repo '/,
    /^ {1,4}- Status code: \d{3} for https?:/,
    /\[Errno 14\] HTTPS? Error \d{3}/,
    /^Errors during downloading metadata for repository/,
    /^\[MIRROR\] /,
  ],
  own: [
    /^(?:Error: Failed to download metadata|Errors during downloading metadata|Last metadata expiration|Trying other mirror|To address this issue)/,
  ],
  lines: [
    /Status code: (?<status>\d{3}) for (?<url>https?:\S{1,2000}) \(IP: /,
    /(?<url>https?:\S{1,2000}): \[Errno 14\] HTTPS? Error (?<status>\d{3}) - (?<reason>[A-Za-z ]{1,60})/,
  ],
  always: { method: 'GET' },
  fixes: {
    authentication: [
      {
        text: 'Give the repository its login (username and password in its .repo file), or register the machine',
        commands: [sh`subscription-manager status`],
      },
    ],
    'tls-required': [
      { text: 'The repository requires a client certificate: sslclientcert and sslclientkey in its .repo file' },
    ],
    any: [{ text: 'Ask another mirror, or turn the repository off', commands: [sh`dnf repolist -v`] }],
  },
};

export default tool;

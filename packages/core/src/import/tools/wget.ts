import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'wget',
  name: 'wget',
  commands: ['wget'],
  shows: [
    /^--\d{4}-\d\d-\d\d [\d:]{8}-- {1,4}https?:/,
    /^HTTP request sent, awaiting response/,
    /^(?:\d{4}-\d\d-\d\d [\d:]{8} )?ERROR \d{3}: /,
    /^Username\/Password Authentication Failed\./,
  ],
  own: [
    /^(?:Resolving|Connecting to|Reusing existing connection|Proxy request sent|Saving to|Length:|Loaded CA|Location:)/,
  ],
  lines: [
    /^(?:HTTP|Proxy) request sent, awaiting response\.{3} (?<status>\d{3})(?: (?<reason>.{1,200}))?$/,
    /^(?:\d{4}-\d\d-\d\d [\d:]{8} )?ERROR (?<status>\d{3}): (?<reason>[^.]{1,200})\.?$/,
    /^--\d{4}-\d\d-\d\d [\d:]{8}-- {1,4}(?<url>https?:\S{1,8000})/,
    {
      is: /^Username\/Password Authentication Failed\./,
      status: 401,
      means: [
        {
          cause: 'credentials-missing',
          weight: 'hints',
          says: 'wget writes so of every 401, whether it had a name and a password to send or none',
        },
      ],
    },
  ],
  always: { method: 'GET' },
  fixes: {
    authentication: [
      {
        text: 'Put the credential where wget reads it: ~/.netrc, or --header="Authorization: Bearer …"; for Basic add --auth-no-challenge',
      },
    ],
    'client-refused': [
      {
        text: 'Ask the site for its API, or name yourself with --user-agent; wget is refused by its default name on some sites',
      },
    ],
    any: [{ text: 'Show the answer: wget -S --content-on-error -O - URL' }],
  },
};

export default tool;

import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'python-requests',
  name: 'requests',
  inside: true,
  shows: [
    /\brequests\.exceptions\.HTTPError: /,
    /^HTTPError: \d{3} (?:Client|Server) Error: /,
    /<Response \[[45]\d\d\]>/,
    /\burllib3\.connectionpool\b/,
  ],
  own: [/^\s{0,40}raise \w{1,40}\(/],
  before: [/^(?:DEBUG:)?urllib3\.connectionpool:/],
  lines: [/\b(?<status>\d{3}) (?:Client|Server) Error: (?<reason>.{0,200}?) for url: (?<url>https?:\S{1,8000})/],
  fixes: {
    authentication: [
      {
        text: 'Give the token with headers={"Authorization": f"Bearer {token}"}; a ~/.netrc entry for the host replaces auth= that is not set',
      },
    ],
    'csrf-missing': [
      { text: 'Use one requests.Session() for the page and the form, and send the token that the page holds' },
    ],
    'client-refused': [
      {
        text: 'Send a User-Agent of your own that names your program: the default python-requests/… is refused by some sites',
      },
    ],
    any: [{ text: 'Print the answer: except requests.HTTPError as e: print(e.response.headers, e.response.text)' }],
  },
};

export default tool;

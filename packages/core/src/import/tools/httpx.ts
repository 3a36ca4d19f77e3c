import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'httpx',
  name: 'HTTPX',
  inside: true,
  shows: [
    /\bhttpx\.HTTPStatusError: /,
    /^INFO:httpx:HTTP Request: |^HTTP Request: (?:GET|POST|PUT|DELETE|PATCH|HEAD) https?:/,
  ],
  own: [/^For more information check: /, /^\s{0,40}raise HTTPStatusError\(/],
  before: [/^INFO:httpx:/],
  lines: [
    /(?:Client|Server) error '(?<status>\d{3}) (?<reason>[^']{0,100})' for url '(?<url>https?:[^']{1,8000})'/,
    /^HTTP Request: (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,8000}) "HTTP\/[\d.]{1,3} (?<status>\d{3}) ?(?<reason>[^"]{0,60})"/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Give the token with headers= or auth= of the client, and check that follow_redirects did not leave it behind on another host',
      },
    ],
    any: [{ text: 'Print the answer: except httpx.HTTPStatusError as e: print(e.response.headers, e.response.text)' }],
  },
};

export default tool;

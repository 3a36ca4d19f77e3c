import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'k6',
  name: 'k6',
  commands: ['k6'],
  shows: [
    /^(?:time="[^"]{1,60}" )?level=\w{1,10} .{0,40}\bk6\b|source=console\b/,
    /^ {1,9}(?:✗|↳|✓) /,
    /\bhttp_req_failed\b/,
  ],
  own: [/^ {0,9}(?:✗|↳|✓|checks|http_req|http_reqs|iteration|vus|data_)/],
  fixes: { any: [{ text: 'Print the answer: console.log(res.status, res.body), or run k6 with --http-debug=full' }] },
};

export default tool;

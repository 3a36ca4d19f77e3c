import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'firefox-console',
  name: 'Firefox',
  shows: [
    /^Cross-Origin Request (?:Blocked|Warning): /,
    /^(?:XHR|fetch ?)?(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s{0,3}https?:\S{1,4000}$|^\[?HTTP\/[\d.]{1,3} \d{3}[^\]]{0,60} \d{1,9}ms\]?$|\[HTTP\/[\d.]{1,3} \d{3}[^\]]{0,60}\d{1,9}ms\]/,
  ],
  lines: [
    /^(?:XHR ?)?(?<method>GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s{0,3}(?<url>https?:\S{1,4000})\s{1,4}\[HTTP\/[\d.]{1,3} (?<status>\d{3}) ?(?<reason>[A-Za-z ]{0,60}?) ?\d{1,9}ms\]/,
    /^\[HTTP\/[\d.]{1,3} (?<status>\d{3}) ?(?<reason>[A-Za-z ]{0,60}?) ?\d{1,9}ms\]$/,
    {
      is: /^Cross-Origin Request Blocked: .{0,200}at (?<url>https?:\S{1,4000}) \(Reason: .{1,300}?\)\.? ?Status code: (?<status>[45]\d\d)/,
      means: [
        {
          cause: 'origin-rejected',
          weight: 'hints',
          says: 'the answer has no CORS header, as error pages often have none: the status says what happened',
        },
      ],
    },
    {
      is: /^Cross-Origin Request Blocked: .{0,200}at (?<url>https?:\S{1,4000}) \(Reason: CORS (?:header .{1,3}Access-Control-Allow-Origin.{1,3} does not match|request origin|preflight response did not succeed)/,
      status: 403,
      means: [
        { cause: 'origin-rejected', weight: 'suggests', says: 'the server does not allow the origin of the page' },
      ],
    },
    {
      is: /^Cross-Origin Request Blocked: .{0,200}at (?<url>https?:\S{1,4000}) \(Reason: /,
      status: 200,
      means: [
        {
          cause: 'not-403',
          weight: 'suggests',
          says: 'the browser keeps the answer from the page, because the answer does not allow it (CORS)',
        },
      ],
    },
  ],
  fixes: {
    'origin-rejected': [
      {
        who: 'api-owner',
        text: 'Add the exact origin of the page to the allowed origins, and answer OPTIONS without asking for a credential',
      },
    ],
    any: [
      {
        text: 'Open the Network panel, right-click the request, and choose Copy Value, Copy as cURL: why403 reads that line',
      },
    ],
  },
};

export default tool;

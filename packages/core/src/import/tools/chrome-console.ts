import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'chrome-console',
  name: 'Chrome',
  shows: [
    /Access to (?:fetch|XMLHttpRequest|script|font|image|resource|manifest|CSS stylesheet|internal resource) at '\S{1,4000}' (?:\(redirected from '\S{1,4000}'\) )?from origin '/,
    /^Failed to load resource: /,
    /\bnet::ERR_(?:FAILED|BLOCKED_BY_\w{1,30}|ABORTED|HTTP_RESPONSE_CODE_FAILURE)\b/,
    /^(?:\S{1,200}:\d{1,7}(?::\d{1,7})? {1,9})?(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) https?:\S{1,4000} \d{3} ?\([^)]{0,60}\)/,
  ],
  own: [/^Understand this error$|^\(anonymous\) @ |^Promise\.then|^\S{1,200} @ \S{1,200}$|net::ERR_FAILED/],
  lines: [
    /^(?:\S{1,200}:\d{1,7}(?::\d{1,7})? {0,9})?\s{0,20}(?<method>GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS) (?<url>https?:\S{1,4000}) (?:net::ERR_\w{1,40} )?(?<status>\d{3}) ?\((?<reason>[^)]{0,60})\)/,
    /^(?:\S{1,4000} )?Failed to load resource: the server responded with a status of (?<status>\d{3}) \((?<reason>[^)]{0,60})\)/,
    {
      is: /Access to [\w ]{1,30} at '(?<url>[^']{1,4000})' (?:\(redirected from '[^']{1,4000}'\) )?from origin '(?<origin>[^']{1,300})' has been blocked by CORS policy: (?:Response to preflight request doesn't pass access control check: )?(?:It does not have HTTP ok status|Redirect is not allowed for a preflight request)/,
      status: 403,
      method: 'OPTIONS',
      means: [
        {
          cause: 'origin-rejected',
          weight: 'suggests',
          says: 'the server refused the preflight, which carries no credential: its rules for CORS, or an access check put before them',
        },
        {
          cause: 'credentials-missing',
          weight: 'hints',
          says: 'a check of credentials that is put before CORS refuses every preflight',
        },
        { cause: 'method-refused', weight: 'hints', says: 'a server that knows no OPTIONS refuses every preflight' },
      ],
    },
    {
      is: /Access to [\w ]{1,30} at '(?<url>[^']{1,4000})' (?:\(redirected from '[^']{1,4000}'\) )?from origin '(?<origin>[^']{1,300})' has been blocked by CORS policy: (?:Response to preflight request doesn't pass access control check: )?(?:The 'Access-Control-Allow-Origin' header (?:has a value|contains)|The value of the 'Access-Control-Allow-Origin' header)/,
      status: 200,
      means: [
        { cause: 'origin-rejected', weight: 'suggests', says: 'the server allows another origin than the page has' },
      ],
    },
    {
      is: /Access to [\w ]{1,30} at '(?<url>[^']{1,4000})' (?:\(redirected from '[^']{1,4000}'\) )?from origin '(?<origin>[^']{1,300})' has been blocked by CORS policy: /,
      status: 200,
      means: [
        {
          cause: 'origin-rejected',
          weight: 'hints',
          says: 'the answer names no allowed origin: the server may allow none, or refuse before it comes to that',
        },
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
        text: 'Add the exact origin that the console names to the allowed origins, and answer OPTIONS without asking for a credential',
      },
    ],
    any: [
      { text: 'Open the Network panel, right-click the red request, and choose Copy as cURL: why403 reads that line' },
    ],
  },
};

export default tool;

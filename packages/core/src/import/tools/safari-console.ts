import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'safari-console',
  name: 'Safari',
  shows: [
    /^(?:\[Error\] )?(?:Origin \S{1,300} is not allowed by Access-Control-Allow-Origin|(?:XMLHttpRequest|Fetch API) cannot load )/,
    /^\[Error\] Failed to load resource: /,
  ],
  before: [/^\[Error\] /],
  own: [/^(?:Failed to load resource: )?The operation couldn/],
  lines: [
    /^Failed to load resource: the server responded with a status of (?<status>\d{3}) \((?<reason>[^)]{0,60})\)/,
    {
      is: /^Origin (?<origin>\S{1,300}) is not allowed by Access-Control-Allow-Origin\. ?Status code: (?<status>[45]\d\d)/,
      means: [
        {
          cause: 'origin-rejected',
          weight: 'hints',
          says: 'the answer has no CORS header, as error pages often have none: the status says what happened',
        },
      ],
    },
    {
      is: /^Origin (?<origin>\S{1,300}) is not allowed by Access-Control-Allow-Origin/,
      status: 200,
      means: [
        { cause: 'origin-rejected', weight: 'hints', says: 'the answer does not allow the origin of the page' },
        {
          cause: 'not-403',
          weight: 'suggests',
          says: 'the browser keeps the answer from the page, because the answer does not allow it (CORS)',
        },
      ],
    },
    /^(?:XMLHttpRequest|Fetch API) cannot load (?<url>https?:\S{1,4000}) due to access control checks/,
    {
      is: /^Preflight response is not successful\. ?Status code: (?<status>[45]\d\d)/,
      method: 'OPTIONS',
      means: [
        {
          cause: 'origin-rejected',
          weight: 'suggests',
          says: 'the server refused the preflight, which carries no credential',
        },
      ],
    },
  ],
  fixes: {
    any: [{ text: 'Open the Network tab, right-click the request, and choose Copy as cURL: why403 reads that line' }],
  },
};

export default tool;

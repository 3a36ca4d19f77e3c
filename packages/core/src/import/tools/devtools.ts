import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'devtools',
  name: 'DevTools',
  shows: [/^Request URL:/, /^Status Code:? ?:?/, /^Referrer Policy:/],
  own: [
    /^(?:Remote Address|Referrer Policy|Provisional headers are shown|General|Request Headers|Response Headers|View (?:source|parsed)|Raw)\b/,
  ],
  lines: [
    /^Request URL: ?(?<url>https?:\S{1,8000})/,
    /^Request Method: ?(?<method>[A-Z]{3,20})$/,
    /^Status(?: Code)?: ?(?<status>\d{3})(?: (?<reason>[A-Za-z ]{1,60}))?/,
  ],
  fixes: { any: [{ text: 'Right-click the request, and choose Copy as cURL: why403 reads that line' }] },
};

export default tool;

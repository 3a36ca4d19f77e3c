import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'got',
  name: 'got',
  inside: true,
  shows: [
    /\bHTTPError: (?:Response code \d{3}|Request failed with status code \d{3} \([^)]{1,60}\): )/,
    /\bnode_modules\/got\//,
  ],
  lines: [
    /Response code (?<status>\d{3}) \((?<reason>[^)]{0,100})\)/,
    /Request failed with status code (?<status>\d{3}) \((?<reason>[^)]{0,100})\): (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,8000})/,
  ],
  fixes: { any: [{ text: 'Print the answer: catch (e) { console.log(e.response?.headers, e.response?.body) }' }] },
};

export default tool;

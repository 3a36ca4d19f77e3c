import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'ruby-http',
  name: 'Ruby',
  inside: true,
  shows: [
    /\bRestClient::\w{3,40}/,
    /\bNet::HTTP\w{3,60}\b/,
    /\bFaraday::\w{3,40}/,
    /\bOpenURI::HTTPError\b/,
    /\bHTTParty::\w{3,40}/,
    /\bHTTP::\w{2,20}Error\b/,
  ],
  own: [/^\s{0,9}(?:from )?\S{1,300}\.rb:\d{1,6}:in [`'][^']{1,100}'$/],
  lines: [
    /RestClient::\w{3,40}(?:\)|:)? ?\(?(?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
    /#?<?Net::HTTP(?:Forbidden|Unauthorized|ClientError)\w{0,30} (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?)(?: readbody=\w{1,5})?>/,
    /Faraday::\w{3,40}(?:\)|:)? ?\(?the server responded with status (?<status>\d{3})(?: for (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,8000}))?/,
    /the server responded with status (?<status>\d{3})(?: for (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,8000}))?/,
    /(?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}) \((?:OpenURI::HTTPError|RestClient::\w{3,40}|Net::HTTP\w{3,60})\)/,
    /OpenURI::HTTPError\)?:? ?\(?(?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
  ],
  fixes: {
    any: [
      { text: 'Print the answer: rescue => e; puts e.response (RestClient, Faraday), or response.body (Net::HTTP)' },
    ],
  },
};

export default tool;

import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'swift',
  name: 'Swift',
  shows: [
    /\bAlamofire\.AFError\b|\bresponseValidationFailed\(/,
    /<NSHTTPURLResponse: 0x[0-9a-f]{1,16}>/,
    /\bNSURLErrorDomain\b/,
  ],
  lines: [
    /unacceptableStatusCode\(code: (?<status>\d{3})\)/,
    /Response status code was unacceptable: (?<status>\d{3})/,
    /<NSHTTPURLResponse: 0x[0-9a-f]{1,16}> \{ URL: (?<url>https?:\S{1,8000}) \} \{ Status Code: (?<status>\d{3})/,
  ],
  fixes: {
    any: [
      {
        text: 'Print the answer: String(data: data, encoding: .utf8) and (response as? HTTPURLResponse)?.allHeaderFields',
      },
    ],
  },
};

export default tool;

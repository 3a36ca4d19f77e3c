import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'dotnet',
  name: '.NET',
  commands: ['dotnet'],
  inside: true,
  shows: [
    /\bSystem\.Net\.(?:Http\.HttpRequestException|WebException)\b/,
    /\bHttpRequestException: /,
    /Response status code does not indicate success: \d{3}/,
    /^(?:info: )?System\.Net\.Http\.HttpClient\./,
    /^\s{0,20}(?:Start processing|Sending) HTTP request [A-Z]{3,10} https?:/,
  ],
  lines: [
    /Response status code does not indicate success: (?<status>\d{3}) \((?<reason>Forbidden|Unauthorized|Not Found|Method Not Allowed|Too Many Requests|Bad Request|Proxy Authentication Required)\)/,
    /Response status code does not indicate success: (?<status>\d{3}) \((?<words>.{1,2000})\)\.?$/,
    /^\s{0,20}(?:Start processing|Sending) HTTP request (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,4000})/,
    /^\s{0,20}(?:Received HTTP response(?: headers)?|End processing HTTP request) after [\d.]{1,12} ?ms - (?<status>\d{3})/,
    /The remote server returned an error: \((?<status>\d{3})\) (?<reason>[\w ]{1,60})\./,
  ],
  fixes: {
    authentication: [
      { text: 'Set client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token)' },
    ],
    any: [{ text: 'Read the answer before EnsureSuccessStatusCode(): await response.Content.ReadAsStringAsync()' }],
  },
};

export default tool;

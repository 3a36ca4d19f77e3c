import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'php-http',
  name: 'PHP',
  commands: ['php'],
  inside: true,
  shows: [
    /\bGuzzleHttp\\Exception\\/,
    /\bSymfony\\Component\\HttpClient\\/,
    /^(?:PHP )?(?:Warning|Fatal error): {1,2}/,
    /\bIlluminate\\Http\\Client\\RequestException\b/,
  ],
  own: [/^ ?in \/\S{1,300}:\d{1,6}$|^#\d{1,4} |^\s{0,4}thrown in /],
  lines: [
    /(?:Client|Server) error: `(?<method>[A-Z]{3,10}) (?<url>[^`\s]{1,8000})` resulted in a `(?<status>\d{3}) ?(?<reason>[^`]{0,100})` response/,
    /HTTP\/[\d.]{1,3} (?<status>\d{3}) ?(?<reason>[A-Za-z ]{0,60}?) returned for "(?<url>https?:[^"]{1,8000})"/,
    /(?:file_get_contents|fopen|copy|simplexml_load_file|getimagesize)\((?<url>https?:[^)\s]{1,8000})\): [Ff]ailed to open stream: HTTP request failed! HTTP\/[\d.]{1,3} (?<status>\d{3}) ?(?<reason>[A-Za-z ]{0,60})/,
    /HTTP request returned status code (?<status>\d{3})/,
  ],
  fixes: {
    'client-refused': [
      { text: 'Set a user agent: ini_set("user_agent", "…") for file_get_contents, the headers option for Guzzle' },
    ],
    authentication: [
      {
        text: 'Give the token in headers: [\'Authorization\' => "Bearer $token"]; file_get_contents takes it in a stream context',
      },
    ],
    any: [
      {
        text: 'Print the answer: $e->getResponse()->getBody() (Guzzle), getContent(false) (Symfony), ignore_errors (file_get_contents)',
      },
    ],
  },
};

export default tool;

import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'java-http',
  name: 'Java',
  inside: true,
  shows: [
    /\bjava\.io\.IOException: Server returned HTTP response code: /,
    /\bsun\.net\.www\.protocol\.http\./,
    /\bjava\.net\.http\.HttpClient\b/,
    /\borg\.apache\.(?:http|hc)\.client\.\w{0,10}\.?HttpResponseException: /,
    /\b(?:jakarta|javax)\.ws\.rs\.(?:Forbidden|NotAuthorized|ClientError)\w{0,20}Exception: /,
    /\bretrofit2\.(?:adapter\.\w{1,20}\.)?HttpException: |\bcom\.squareup\.okhttp|\bokhttp3\./,
    /^(?:I\/|D\/)?okhttp\.OkHttpClient: |^(?:-->|<--) /,
  ],
  before: [/^(?:[ID]\/)?okhttp\.OkHttpClient: /],
  lines: [
    /Server returned HTTP response code: (?<status>\d{3}) for URL: (?<url>https?:\S{1,8000})/,
    /^--> (?<method>[A-Z]{3,10}) (?<url>https?:\S{1,8000})/,
    /^<-- (?<status>\d{3}) (?:(?<reason>[A-Za-z ]{1,60}) )?(?<url>https?:\S{1,8000}) \(/,
    /\bHttpException: HTTP (?<status>\d{3}) ?(?<reason>.{0,60})$/,
    /\bHTTP (?<status>\d{3}) (?<reason>Forbidden|Unauthorized)$/,
  ],
  fixes: {
    authentication: [
      {
        text: 'Set the Authorization header before connect(); HttpURLConnection drops it on redirects to another host',
      },
    ],
    'client-refused': [{ text: 'Set a User-Agent: the default Java/… is refused by some sites' }],
    any: [
      {
        text: 'Read the answer: getErrorStream() of HttpURLConnection, body() of HttpResponse, errorBody() of Retrofit',
      },
    ],
  },
};

export default tool;

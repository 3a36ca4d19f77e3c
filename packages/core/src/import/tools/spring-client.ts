import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'spring-client',
  name: 'Spring',
  inside: true,
  shows: [
    /\borg\.springframework\.web\.(?:reactive\.function\.)?client\./,
    /\b(?:HttpClientErrorException|WebClientResponseException)\$/,
  ],
  lines: [
    /WebClientResponseException(?:\$\w{1,40})?: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?) from (?<method>[A-Z]{3,10}) (?<url>https?:[^\s,]{1,8000})/,
    /HttpClientErrorException(?:\$\w{1,40})?: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?)(?: on (?<method>[A-Z]{3,10}) request for "(?<url>https?:[^"]{1,8000})")?: /,
  ],
  fixes: {
    authentication: [
      {
        text: 'Add the token in a filter or interceptor of the client (ServerOAuth2AuthorizedClientExchangeFilterFunction, ClientHttpRequestInterceptor)',
      },
    ],
    any: [{ text: 'Print the answer: getResponseBodyAsString() of the exception' }],
  },
};

export default tool;

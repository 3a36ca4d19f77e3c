import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'django-log',
  name: 'Django’s log',
  shows: [
    /^(?:WARNING:django\.\w{1,60}:|WARNING )?(?:Forbidden|Unauthorized)(?: \([^)]{1,300}\))?: \//,
    /\bdjango\.(?:security|request|core\.exceptions)\b/,
    /^\[\d{2}\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d\] "/,
  ],
  before: [/^(?:WARNING|ERROR):django\.[\w.]{1,60}:/, /^WARNING (?=Forbidden)/],
  lines: [
    {
      is: /^Forbidden \(CSRF (?:token missing|cookie not set)[^)]{0,60}\)?\.?\)?: (?<path>\/\S{0,2000})/,
      status: 403,
      means: [{ cause: 'csrf-missing', weight: 'proves', says: 'Django got no CSRF token or cookie' }],
    },
    {
      is: /^Forbidden \(CSRF token [^)]{1,100}\): (?<path>\/\S{0,2000})/,
      status: 403,
      means: [{ cause: 'csrf-invalid', weight: 'proves', says: 'the CSRF token is not that of the cookie' }],
    },
    {
      is: /^Forbidden \((?:Origin checking failed|Referer checking failed)[^)]{0,300}\): (?<path>\/\S{0,2000})/,
      status: 403,
      means: [
        { cause: 'origin-rejected', weight: 'proves', says: 'the Origin or Referer is not among the trusted origins' },
      ],
    },
    { is: /^Forbidden: (?<path>\/\S{0,2000})$/, status: 403 },
    { is: /^Unauthorized: (?<path>\/\S{0,2000})$/, status: 401 },
    /^\[\d{2}\/[A-Z][a-z]{2}\/\d{4} \d\d:\d\d:\d\d\] "(?<method>[A-Z]{3,10}) (?<path>\/\S{0,4000}) HTTP\/[\d.]{1,3}" (?<status>\d{3}) /,
    {
      is: /DisallowedHost\)?:? .{0,40}Invalid HTTP_HOST header: '(?<host>[^']{1,253})'/,
      status: 400,
      means: [{ cause: 'host-rejected', weight: 'proves', says: 'the host is not among ALLOWED_HOSTS' }],
    },
  ],
  fixes: {
    'csrf-missing': [
      { who: 'api-owner', text: 'Put {% csrf_token %} into the form, or send the cookie’s value as X-CSRFToken' },
    ],
    'origin-rejected': [
      {
        who: 'api-owner',
        text: 'Add the site with its scheme to CSRF_TRUSTED_ORIGINS; behind a proxy set SECURE_PROXY_SSL_HEADER',
      },
    ],
    'host-rejected': [{ who: 'api-owner', text: 'Add the host to ALLOWED_HOSTS' }],
  },
};

export default tool;

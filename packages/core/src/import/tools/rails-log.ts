import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'rails-log',
  name: 'Rails’ log',
  shows: [
    /^Started (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) "\//,
    /^Completed \d{3} /,
    /^Processing by \w{1,80}(?:::\w{1,80})?Controller#/,
    /\bActionController::InvalidAuthenticityToken\b/,
  ],
  own: [/^Processing by |^ {2}(?:Parameters|Rendering|Rendered|Redirected)/],
  lines: [
    /^Started (?<method>[A-Z]{3,10}) "(?<path>\/[^"]{0,4000})"/,
    /^Completed (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60}?) in /,
    {
      is: /^Can't verify CSRF token authenticity|InvalidAuthenticityToken/,
      means: [
        { cause: 'csrf-invalid', weight: 'suggests', says: 'Rails found no CSRF token that fits the session' },
        { cause: 'csrf-missing', weight: 'suggests', says: 'Rails says the same where no token came' },
      ],
    },
    {
      is: /^HTTP Origin header \(.{1,300}\) didn't match request\.base_url/,
      means: [{ cause: 'origin-rejected', weight: 'proves', says: 'the Origin is not that of the application' }],
    },
    {
      is: /^Filter chain halted as :?(?<filter>[\w!?]{1,80}) rendered or redirected/,
      means: [{ cause: 'role-missing', weight: 'hints', says: 'a filter of the controller refused' }],
    },
    {
      is: /\bPundit::NotAuthorizedError\b|\bCanCan::AccessDenied\b/,
      status: 403,
      means: [
        { cause: 'role-missing', weight: 'suggests', says: 'a policy of the application refused the user' },
        { cause: 'not-owner', weight: 'hints', says: 'a policy may look at whose the object is' },
      ],
    },
    {
      is: /\[ActionDispatch::HostAuthorization\w{0,60}\] Blocked hosts?: (?<host>[\w.:-]{1,253})/,
      status: 403,
      means: [{ cause: 'host-rejected', weight: 'proves', says: 'the host is not among config.hosts' }],
    },
  ],
  fixes: {
    'csrf-invalid': [
      {
        who: 'api-owner',
        text: 'Send the token of the page (form_with and csrf_meta_tags do), or skip the check for an API that is called with tokens',
      },
    ],
    'csrf-missing': [
      {
        who: 'api-owner',
        text: 'Send the token of the page (form_with and csrf_meta_tags do), or skip the check for an API that is called with tokens',
      },
    ],
  },
};

export default tool;

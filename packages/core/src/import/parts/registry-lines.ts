// How clients of container registries say that they were refused: they share libraries, and so their sentences (OCI distribution).
import type { ToolLine } from '../../model/tool.ts';

const HIDDEN: ToolLine['means'] = [
  {
    cause: 'object-hidden',
    weight: 'suggests',
    says: 'a registry answers so for a private image and for one that does not exist',
  },
  { cause: 'credentials-missing', weight: 'hints', says: 'the image may be private, and there is no login for it' },
];

export const REGISTRY_LINES: readonly (RegExp | ToolLine)[] = [
  {
    is: /failed to resolve reference \\?"(?<host>[\w.-]{1,253}(?::\d{1,5})?)\/[^"]{1,300}": (?<words>pull access denied.{1,300})$/,
    status: 403,
    means: HIDDEN,
  },
  {
    is: /^(?:.{0,300}: )?(?<words>pull access denied for \S{1,300}?(?:, repository does not exist or may require .{1,100}|: insufficient_scope: authorization failed)?)(?:: denied: .{0,200})?$/,
    status: 403,
    means: HIDDEN,
  },
  {
    is: /insufficient_scope: authorization failed/,
    status: 403,
    means: [
      {
        cause: 'role-missing',
        weight: 'hints',
        says: 'the registry gave out a token, without the right that was asked for',
      },
    ],
  },
  {
    is: /no basic auth credentials/,
    status: 401,
    means: [{ cause: 'credentials-missing', weight: 'suggests', says: 'there is no login for this registry' }],
  },
  { is: /^(?<words>toomanyrequests: .{1,600})$/, status: 429 },
  /unexpected status(?: code)?(?: from (?<method>[A-Z]{3,10}) request to (?<url>https?:\S{1,2000}?))?: (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
  /unexpected status(?: code)? (?<url>https?:\S{1,2000}): (?<status>\d{3}) (?<reason>[A-Za-z ]{1,60})/,
];

import { sh } from '../../model/shell.ts';
import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'apache-error-log',
  name: 'Apache’s error log',
  shows: [
    /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d [\d:.]{8,20} \d{4}\] \[[\w:]{1,40}\] /,
    /^\[(?:authz_core|core|authz_host|auth_basic|security2|autoindex|access_compat):error\]/,
  ],
  lines: [
    {
      is: /AH01630: client denied by server configuration|AH01797: client denied by server configuration/,
      status: 403,
      means: [{ cause: 'server-rule', weight: 'proves', says: 'a Require line of the configuration refused' }],
    },
    {
      is: /AH00035: access to (?<path>\/\S{0,2000}) denied|Permission denied: .{0,200}access to (?<path2>\/\S{0,2000}) denied|because search permissions are missing/,
      status: 403,
      means: [{ cause: 'file-permissions', weight: 'proves', says: 'Apache may not search a directory on the path' }],
    },
    {
      is: /AH00132: file permissions deny server access|\(13\)Permission denied: .{0,300}file permissions deny server access/,
      status: 403,
      means: [{ cause: 'file-permissions', weight: 'proves', says: 'Apache may not read the file' }],
    },
    {
      is: /AH01276: Cannot serve directory/,
      status: 403,
      means: [
        { cause: 'directory-listing', weight: 'proves', says: 'the directory has no index file, and listing is off' },
      ],
    },
    {
      is: /AH01617: user .{1,200}: authentication failure|AH01618: user .{1,200} not found/,
      status: 401,
      means: [
        { cause: 'credentials-invalid', weight: 'proves', says: 'Apache does not know this user name and password' },
      ],
    },
    {
      is: /ModSecurity: Access denied with code (?<status>\d{3}).{0,3000}?\[hostname "(?<host>[^"]{1,253})"\] \[uri "(?<path>[^"]{1,2000})"\]/,
      means: [{ cause: 'content-rejected', weight: 'proves', says: 'a rule of ModSecurity matched the request' }],
    },
    {
      is: /ModSecurity: Access denied with code (?<status>\d{3})/,
      means: [{ cause: 'content-rejected', weight: 'proves', says: 'a rule of ModSecurity matched the request' }],
    },
  ],
  fixes: {
    any: [
      {
        who: 'server-admin',
        text: 'Read the whole log, or look at the server itself',
        commands: [sh`why403 logs FILE`, sh`why403 --server URL`],
      },
    ],
  },
};

export default tool;

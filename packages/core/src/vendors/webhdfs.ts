import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webhdfs',
  name: 'Hadoop (WebHDFS, YARN, HBase)',
  role: 'storage',
  present: [{ body: '"remoteexception"' }, { cookie: 'hadoop.auth' }],
  refusals: [
    {
      id: 'access-control',
      alone: true,
      when: [{ code: 'AccessControlException' }, { text: 'permission denied: user=' }],
      causes: { 'file-permissions': 'suggests', 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: 'the HDFS user lacks the permission on this directory; without user.name it is dr.who',
      fix: {
        who: 'caller',
        text: 'send user.name=<user>, or let the owner change mode, owner or ACL of the directory',
      },
      source: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/WebHDFS.html#Error_Responses',
    },
    {
      id: 'standby',
      alone: true,
      when: [{ any: [{ code: 'StandbyException' }, { text: 'is not supported in state standby' }] }],
      causes: { 'not-403': 'proves' },
      says: 'this name node is the standby one: ask the active one',
      source: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/WebHDFS.html#Error_Responses',
    },
    {
      id: 'gss',
      alone: true,
      when: [{ text: /gssexception: / }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the Kerberos ticket does not verify: other realm, host name or encryption type',
      source: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/WebHDFS.html#Error_Responses',
    },
    {
      id: 'usual-webhdfs',
      alone: true,
      when: [{ status: [403, 401] }, { path: /^\/webhdfs\/v1\// }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'file-permissions': 28,
        'role-missing': 16,
        'credentials-invalid': 10,
        'host-rejected': 4,
      },
      says: 'the HDFS rights refuse the user of user.name, or Kerberos (SPNEGO) is asked for',
      source: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/WebHDFS.html',
    },
    {
      id: 'usual-yarn',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [8088, 8042, 19888, 9870, 50070] },
        {
          path: /^\/(?:ws\/v1\/(?:cluster|history|node|timeline)|cluster\/(?:apps|app\/)|jmx(?:\?|$)|logs\/|conf(?:\?|$))/,
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 42, 'role-missing': 26, 'ip-refused': 12, 'credentials-invalid': 8 },
      says: 'the page asks for Kerberos, or the user is not in the admin ACL',
      source: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-common/HttpAuthentication.html',
    },
  ],
};

export default vendor;

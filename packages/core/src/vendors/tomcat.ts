import type { Vendor } from '../model/vendor.ts';

const MANAGER = 'By default the Manager is only accessible from a browser running on the same machine as Tomcat';

const vendor: Vendor = {
  id: 'tomcat',
  name: 'Apache Tomcat',
  role: 'web-server',
  present: [
    { header: 'server', is: 'Apache-Coyote' },
    { text: /apache tomcat\/[0-9.]{1,10}/ },
    { text: /403 access denied you are not authorized to view this page/ },
    { text: /http status 40[0-9] [–-]/ },
  ],
  refusals: [
    // one page for a refused address, a missing role and a missing nonce: it lists them, and says of none that it is the one
    {
      id: 'manager-remote',
      alone: true,
      when: [{ text: MANAGER }, { not: { text: 'tomcat-users.xml file may not' } }, { not: { sent: 'authorization' } }],
      causes: { 'ip-refused': 'suggests', 'role-missing': 'doubts' },
      says: "the Manager refuses before anybody has logged in: as it stands, it accepts only the machine's own addresses (RemoteAddrValve)",
      fix: {
        who: 'server-admin',
        text: "change the RemoteAddrValve in the application's META-INF/context.xml, and see that the user has the role manager-gui",
      },
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'manager',
      alone: true,
      when: [{ text: MANAGER }, { not: { text: 'tomcat-users.xml file may not' } }, { sent: 'authorization' }],
      causes: { 'role-missing': 'suggests', 'ip-refused': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the Manager has one page for an address that is not its own machine, a missing role, and a page opened without its nonce',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'constraint',
      when: [
        {
          any: [
            { text: 'Access to the requested resource has been denied' },
            { text: 'Access to the specified resource has been forbidden' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: 'a security-constraint of web.xml refuses this user: the role is missing',
      source: 'https://github.com/apache/tomcat/blob/main/java/org/apache/catalina/realm/LocalStrings.properties',
    },
    {
      id: 'bare',
      when: [
        { text: 'The server understood the request but refuses to authorize it.' },
        { text: /http status 403 [–-] forbidden/ },
        { not: { text: 'access to the requested resource has been denied' } },
        { not: { text: 'access to the specified resource has been forbidden' } },
        { not: { text: 'csrf' } },
        { not: { text: 'invalid or missing parameter' } },
      ],
      causes: {
        'csrf-missing': 'hints',
        'role-missing': 'suggests',
        'ip-refused': 'hints',
        'origin-rejected': 'hints',
        'server-rule': 'hints',
      },
      says: "Tomcat's own page without a message: a valve, a filter or the application called sendError(403)",
      source: 'https://github.com/apache/tomcat/blob/main/java/org/apache/catalina/valves/ErrorReportValve.java',
    },
  ],
};

export default vendor;

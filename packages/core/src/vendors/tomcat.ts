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
    {
      id: 'usual-manager-remote',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:host-manager|manager\/(?:html|text|status|jmxproxy)|manager\/?(?:\?|$))/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'ip-refused': 60, 'role-missing': 14, 'server-rule': 8, 'credentials-missing': 6, 'csrf-missing': 4 },
      says: 'the Manager accepts the addresses of its RemoteAddrValve only, by default those of the machine itself',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'usual-manager-user',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:host-manager|manager\/(?:html|text|status|jmxproxy)|manager\/?(?:\?|$))/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'role-missing': 48, 'ip-refused': 26, 'csrf-missing': 12, 'credentials-invalid': 4 },
      says: 'the user lacks manager-gui, manager-script or manager-status, each of which opens other paths only',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'usual-manager-login',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:host-)?manager\/(?:html|text|status|jmxproxy)/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 60, 'role-missing': 16, 'rate-limited': 10, 'credentials-malformed': 4 },
      says: 'the user is not in tomcat-users.xml, the server was not started again, or LockOutRealm has locked it',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'usual-manager-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:host-)?manager\/(?:html|text|status|jmxproxy)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 60, 'credentials-invalid': 14, 'role-missing': 5 },
      says: 'the Manager asks for a user of tomcat-users.xml',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'usual-examples',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:examples|docs)\/(?:jsp|servlets|websocket|index\.html)?/ },
        { any: [{ header: 'server', is: 'Apache-Coyote' }, { text: /apache tomcat\/[0-9.]{1,10}/ }] },
      ],
      causes: {},
      usual: { 'ip-refused': 50, 'server-rule': 22, 'role-missing': 8, 'directory-listing': 6 },
      says: 'examples are open to the machine itself only',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/manager-howto.html',
    },
    {
      id: 'usual-web-inf',
      alone: true,
      when: [{ status: [403, 404] }, { path: /^\/(?:[^?]{0,120}\/)?(?:WEB-INF|META-INF)\// }],
      causes: {},
      usual: { 'server-rule': 60, 'content-rejected': 16, 'object-hidden': 8 },
      says: 'nothing below WEB-INF and META-INF is ever served',
      source: 'https://jakarta.ee/specifications/servlet/5.0/',
    },
    {
      id: 'usual-put',
      when: [
        { status: [403, 405] },
        { method: ['PUT', 'DELETE'] },
        { any: [{ header: 'server', is: 'Apache-Coyote' }, { text: /apache tomcat\/[0-9.]{1,10}/ }] },
      ],
      causes: {},
      usual: {
        'method-refused': 55,
        'role-missing': 14,
        'server-rule': 8,
        'credentials-missing': 6,
        'csrf-missing': 4,
        'origin-rejected': 4,
      },
      says: 'the default servlet is read-only, and CORS filters refuse other methods',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/default-servlet.html',
    },
    {
      id: 'usual-cors',
      when: [
        { status: 403 },
        { not: { path: /manager/ } },
        { sent: 'origin' },
        { any: [{ header: 'server', is: 'Apache-Coyote' }, { text: /apache tomcat\/[0-9.]{1,10}/ }] },
        { not: { method: ['PUT', 'DELETE'] } },
      ],
      causes: {},
      usual: { 'origin-rejected': 55, 'csrf-missing': 10, 'role-missing': 10, 'method-refused': 8, 'host-rejected': 4 },
      says: 'the CORS filter answers 403 to an origin, a method or a header that is not in its lists',
      source: 'https://tomcat.apache.org/tomcat-9.0-doc/config/filter.html#CORS_Filter',
    },
  ],
};

export default vendor;

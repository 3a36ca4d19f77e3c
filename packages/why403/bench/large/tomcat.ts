import { ip, type LargeKind, oneFile, times } from './kind.ts';

const server = (text: string): string =>
  `<Server><Service name="Catalina"><Connector port="8080"/><Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps">\n${text}\n</Host></Engine></Service></Server>`;
const tomcat = (rules: string, valve: (n: number) => string, web: (n: number) => string): LargeKind =>
  oneFile('tomcat', 'conf/server.xml', server)(rules, valve, undefined, (n) => [
    ['webapps/ROOT/WEB-INF/web.xml', `<web-app>\n${web(n)}\n</web-app>\n`],
  ]);
const valve = (name: string, list: string): string =>
  `<Valve className="org.apache.catalina.valves.Remote${name}Valve" ${list}/>`;
const joined = (n: number, one: (i: number) => string): string => times(n, one).replaceAll('\n', '|');

export const TOMCAT: readonly LargeKind[] = [
  tomcat(
    'RemoteAddrValve',
    (n) =>
      `<Valve className="org.apache.catalina.valves.RemoteAddrValve" allow="${times(n, (i) => ip(i).replaceAll('.', '\\.')).replaceAll('\n', '|')}"/>`,
    () => '',
  ),
  tomcat(
    'RemoteCIDRValve',
    (n) => times(n, (i) => `<Valve className="org.apache.catalina.valves.RemoteCIDRValve" deny="${ip(i)}/32"/>`),
    () =>
      '<security-constraint><web-resource-collection><url-pattern>/private/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>',
  ),
  tomcat(
    'security-constraint',
    () => '',
    (n) =>
      `${times(n, (i) => `<security-constraint><web-resource-collection><url-pattern>/p${i}/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>`)}\n<security-constraint><web-resource-collection><url-pattern>/private/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>`,
  ),
  tomcat(
    'RemoteAddrValve, none fits',
    (n) => valve('Addr', `deny="${joined(n, (i) => ip(i).replaceAll('.', '\\.'))}" allow="1\\.1\\.1\\.1"`),
    () => '',
  ),
  tomcat(
    'RemoteAddrValve, the last fits',
    (n) => valve('Addr', `deny="${joined(n, (i) => ip(i).replaceAll('.', '\\.'))}|127\\..*"`),
    () => '',
  ),
  tomcat(
    'RemoteAddrValve, runaway',
    (n) => valve('Addr', `deny="${joined(n, (i) => `10\\.0\\.${i}\\.(\\d+)+`)}|127\\.0\\.0\\.(\\d+)+"`),
    () => '',
  ),
  tomcat(
    'RemoteHostValve',
    (n) => valve('Host', `allow="${joined(n, (i) => `h${i}\\.test`)}"`),
    () => '',
  ),
  tomcat(
    'RemoteCIDRValve of one line',
    (n) => valve('CIDR', `allow="${times(n, ip).replaceAll('\n', ',')}"`),
    () => '',
  ),
  tomcat(
    'valves',
    (n) => `${times(n, (i) => valve('Addr', `deny="10\\.0\\.0\\.${i}"`))}\n${valve('Addr', 'deny="127.*"')}`,
    () => '',
  ),
  tomcat(
    'Hosts',
    (n) =>
      `</Host>\n${times(n, (i) => `<Host name="h${i}.test" appBase="w${i}"></Host>`)}\n<Host name="x.test" appBase="webapps">${valve('Addr', 'deny="127.*"')}`,
    () => '',
  ),
  tomcat(
    'filters',
    () => '',
    (n) =>
      `${times(n, (i) => `<filter><filter-name>f${i}</filter-name><filter-class>org.apache.catalina.filters.RemoteAddrFilter</filter-class><init-param><param-name>deny</param-name><param-value>10.0.0.${i}</param-value></init-param></filter><filter-mapping><filter-name>f${i}</filter-name><url-pattern>/*</url-pattern></filter-mapping>`)}\n<security-constraint><web-resource-collection><url-pattern>/private/*</url-pattern></web-resource-collection><auth-constraint/></security-constraint>`,
  ),
];

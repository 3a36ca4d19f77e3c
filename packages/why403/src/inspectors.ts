// Written by `npm run gen` from the folder. Do not edit.
import inspectorApache from './inspect/apache.ts';
import inspectorAppLog from './inspect/app-log.ts';
import inspectorAppSource from './inspect/app-source.ts';
import inspectorCaddy from './inspect/caddy.ts';
import inspectorHaproxy from './inspect/haproxy.ts';
import inspectorLighttpd from './inspect/lighttpd.ts';
import inspectorMachine from './inspect/machine.ts';
import inspectorNginx from './inspect/nginx.ts';
import inspectorSquid from './inspect/squid.ts';
import inspectorTinyproxy from './inspect/tinyproxy.ts';
import inspectorTomcat from './inspect/tomcat.ts';
import inspectorVarnish from './inspect/varnish.ts';
import type { Inspector } from './inspect/types.ts';

/** Every kind of server that can be inspected on this machine. */
export const inspectors: readonly Inspector[] = [
  inspectorApache,
  inspectorAppLog,
  inspectorAppSource,
  inspectorCaddy,
  inspectorHaproxy,
  inspectorLighttpd,
  inspectorMachine,
  inspectorNginx,
  inspectorSquid,
  inspectorTinyproxy,
  inspectorTomcat,
  inspectorVarnish,
];

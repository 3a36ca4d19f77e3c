import type { SendOptions } from '../../model/importer.ts';
import { type Draft, type Given, refuseValue } from './draft.ts';

type Way = Pick<SendOptions, 'unixSocket' | 'interface' | 'localPort' | 'dnsServers' | 'dnsFrom' | 'doh'>;

/** How the host is found, and by which socket, interface and port it is reached. */
export function readWay(draft: Draft, text: string): Way {
  const given = (name: string, form: RegExp, needs: string): string | undefined => {
    const one = draft.last.get(name);
    if (one && !form.test(one.value)) throw refuseValue(one, text, needs);
    return one?.value;
  };
  const socket = draft.last.get('unix-socket')?.value;
  const ports = given(
    'local-port',
    /^[1-9][0-9]{0,4}(?:\s{0,4}-\s{0,4}[1-9][0-9]{0,4})?$/,
    'a port or ports such as 4000-4200',
  );
  const out = given('interface', /^[^\s]{1,255}$/, 'an interface, an address or a host');
  const servers = given('dns-servers', /^[0-9a-f.:[\],\s]{2,1000}$/i, 'addresses set apart by commas');
  const doh = given('doh-url', /^$|^https:\/\/[^\s]{1,2000}$/i, 'a URL that begins with https://');
  const from = {
    ...ownAddress(4, draft.last.get('dns-ipv4-addr'), text),
    ...ownAddress(6, draft.last.get('dns-ipv6-addr'), text),
  };
  return {
    ...(socket && { unixSocket: socket }),
    ...(out && { interface: out }),
    ...(ports && { localPort: ports.replace(/\s/g, '') }),
    ...(servers && { dnsServers: servers.replace(/\s/g, '') }),
    ...(Object.keys(from).length > 0 && { dnsFrom: from }),
    ...(doh && { doh: { url: doh, ...(draft.on.has('doh-insecure') && { insecure: true }) } }),
  };
}

function ownAddress(family: 4 | 6, given: Given | undefined, text: string): { readonly [f in 4 | 6]?: string } {
  if (!given?.value) return {};
  if (!/^[0-9a-f:.]{2,45}$/i.test(given.value)) throw refuseValue(given, text, 'an IP address');
  return { [family]: given.value };
}

/**
 * curl's options as data (https://curl.se/docs/manpage.html). One name each; `=` where a value follows, then a comma and
 * the short letter. `--no-NAME` turns a switch off.
 */
const REQUEST = `
  request=,X header=,H data=,d data-ascii= data-raw= data-binary= data-urlencode= get,G url-query= json= form=,F
  form-string= form-escape upload-file=,T user=,u cookie=,b cookie-jar=,c junk-session-cookies,j user-agent=,A referer=,e head,I
  insecure,k proxy=,x proxy-header= proxy-user=,U proxytunnel,p noproxy= proxy-basic proxy-anyauth socks4= socks4a= socks5=
  socks5-hostname= socks5-basic resolve= connect-to=
  interface= local-port= dns-servers= dns-ipv4-addr= dns-ipv6-addr= doh-url= doh-insecure hsts= alt-svc= ipfs-gateway=
  preproxy= proxy1.0= proxy-insecure proxy-cacert= proxy-capath= proxy-cert= proxy-cert-type= proxy-key= proxy-key-type=
  proxy-pass= proxy-tlsv1 proxy-ciphers= proxy-tls13-ciphers= proxy-crlfile= proxy-pinnedpubkey=
  pinnedpubkey= crlfile= curves= sigalgs= variable= follow
  unix-socket= haproxy-protocol haproxy-clientip= cert=,E key= cacert= capath= pass= cert-type= key-type= location,L location-trusted max-redirs= post301
  post302 post303 compressed oauth2-bearer= aws-sigv4= digest basic anyauth http1.0,0 http1.1 http2
  http2-prior-knowledge no-alpn tlsv1,1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tls-max= ciphers= tls13-ciphers= ipv4,4 ipv6,6
  max-time=,m connect-timeout= range=,r time-cond=,z path-as-is request-target= config=,K url= next,: globoff,g
  proto-default= proto= proto-redir= disallow-username-in-url tr-encoding etag-compare= continue-at=,C netrc,n netrc-optional netrc-file= crlf remote-name-all`;

/**
 * What curl does with the answer, how patiently it waits, what it has no more use for itself (`-2`), and what
 * belongs to a login that is refused below: nothing that the server sees differs.
 */
const PASSED_OVER = `
  silent,s show-error,S verbose,v include,i show-headers output=,o remote-name,O write-out=,w dump-header=,D trace=
  trace-ascii= trace-time trace-ids trace-config= fail,f fail-with-body fail-early progress-bar,# progress-meter
  no-buffer,N buffer remote-header-name,J remote-time,R create-dirs create-file-mode= output-dir= stderr=
  styled-output parallel,Z parallel-immediate parallel-max= parallel-max-host= retry= retry-delay= retry-max-time=
  retry-connrefused retry-all-errors rate= limit-rate= speed-limit=,Y speed-time=,y max-filesize= keepalive keepalive-time=
  keepalive-cnt= tcp-nodelay tcp-fastopen happy-eyeballs-timeout-ms= expect100-timeout= libcurl= xattr remove-on-error
  clobber no-clobber skip-existing disable,q raw ignore-content-length http0.9 sessionid ssl-no-revoke
  ssl-revoke-best-effort ssl-allow-beast etag-save= suppress-connect-headers stderr= vlan-priority=
  ip-tos= mptcp false-start npn random-file= egd-file= append,a list-only,l use-ascii,B
  quote=,Q ftp-pasv ftp-port=,P ftp-create-dirs ftp-method= ftp-account= ftp-alternative-to-user= ftp-pret
  ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-ccc-mode= ftp-ssl-control disable-eprt disable-epsv eprt epsv krb= ssl ssl-reqd
  mail-auth= mail-from= mail-rcpt= mail-rcpt-allowfails sasl-authzid= sasl-ir login-options= upload-flags= pubkey= hostpubmd5=
  hostpubsha256= compressed-ssh telnet-option=,t tftp-blksize= tftp-no-options sslv2,2 sslv3,3
  delegation= service-name= proxy-service-name= socks5-gssapi-service= socks5-gssapi-nec out-null dump-ca-embed
  ca-native proxy-ca-native metalink tls-earlydata ssl-sessions= knownhosts= proxy-ssl-allow-beast`;

/** What would change the bytes, the place they go to or the hands they pass through, and cannot be done here: why, and which. */
const REFUSED: readonly (readonly [string, string])[] = [
  [
    'NTLM, Negotiate and GSS-API are not spoken here',
    'ntlm ntlm-wb negotiate proxy-ntlm proxy-negotiate socks5-gssapi',
  ],
  ['a proxy is asked without a challenge first, by Basic', 'proxy-digest'],
  ['HTTP/3 is not spoken here', 'http3 http3-only'],
  ['HTTP/2 is spoken with hosts here, and not with proxies', 'proxy-http2'],
  [
    'TLS with a password (SRP) is not spoken here',
    'tlsauthtype= tlspassword= tlsuser= proxy-tlsauthtype= proxy-tlspassword= proxy-tlsuser=',
  ],
  ['keys are read from files here', 'engine= ssl-auto-client-cert proxy-ssl-auto-client-cert'],
  ["what a certificate's authority says of it (OCSP) is not checked here", 'cert-status doh-cert-status'],
  ['the name of the host cannot be encrypted here (ECH)', 'ech='],
  ['a name server cannot be asked by one interface here', 'dns-interface='],
  ['Node 20 does not reach sockets that have no file', 'abstract-unix-socket='],
];

/** What is not a request at all. */
const INFORMATION = 'help=,h version,V manual,M';

type OptionUse = 'request' | 'passed-over' | 'refused' | 'information';

export interface CurlOption {
  readonly name: string;
  /** Why it is refused. */
  readonly why?: string;
  readonly short: string | undefined;
  readonly takesValue: boolean;
  readonly use: OptionUse;
}

function readRows(rows: string, use: OptionUse): readonly CurlOption[] {
  return rows
    .trim()
    .split(/\s+/)
    .map((row) => {
      const [head, short] = row.split(',');
      return { name: head!.replace('=', ''), short, takesValue: head!.endsWith('='), use };
    });
}

export const CURL_OPTIONS: readonly CurlOption[] = [
  ...readRows(REQUEST, 'request'),
  ...readRows(PASSED_OVER, 'passed-over'),
  ...REFUSED.flatMap(([why, rows]) => readRows(rows, 'refused').map((option) => ({ ...option, why }))),
  ...readRows(INFORMATION, 'information'),
];

const byName = new Map(CURL_OPTIONS.map((option) => [option.name, option]));
const byShort = new Map(CURL_OPTIONS.flatMap((option) => (option.short ? [[option.short, option] as const] : [])));

export function findShortOption(letter: string): CurlOption | undefined {
  return byShort.get(letter);
}

/** A long option as it was written. */
export interface FoundOption {
  readonly option: CurlOption;
  readonly on: boolean;
  /** `--expand-NAME`: its value holds variables. */
  readonly expands?: true;
}

/** Finds a long option: by its name, as `no-NAME` or `expand-NAME`, or as curl does by a beginning that only one name has. */
export function findLongOption(name: string): FoundOption | undefined {
  const exact = byName.get(name);
  if (exact) return { option: exact, on: true };
  const negated = name.startsWith('no-') ? byName.get(name.slice(3)) : undefined;
  if (negated && !negated.takesValue) return { option: negated, on: false };
  if (name.startsWith('expand-')) {
    const expanded = findLongOption(name.slice('expand-'.length));
    return expanded?.option.takesValue && expanded.on ? { ...expanded, expands: true } : undefined;
  }
  const begun = name.length >= 3 ? CURL_OPTIONS.filter((option) => option.name.startsWith(name)) : [];
  return begun.length === 1 ? { option: begun[0]!, on: true } : undefined;
}

import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'chrome-devtools',
  name: 'Chrome DevTools Protocol / ChromeDriver',
  role: 'dev-server',
  present: [
    { path: '/json/version' },
    { path: '/devtools/' },
    {
      text: /--remote-allow-origins|host header is specified and is not an ip address or localhost|host header or origin header is specified and is not/,
    },
  ],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [{ text: /rejected an incoming websocket connection from the .{1,200} origin/ }],
      causes: { 'origin-rejected': 'proves' },
      says: "the WebSocket's Origin is not allowed",
      fix: { who: 'server-admin', text: 'start Chrome with --remote-allow-origins=<origin>' },
      source: 'https://chromium.googlesource.com/chromium/src/+/main/content/browser/devtools/devtools_http_handler.cc',
    },
    {
      id: 'host',
      alone: true,
      when: [
        {
          any: [
            { text: 'Host header is specified and is not an IP address or localhost' },
            { text: 'Host header or origin header is specified and is not whitelisted or localhost' },
          ],
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is a name: DevTools takes localhost or an address only',
      fix: { who: 'caller', text: 'use the address, or let the proxy send Host: localhost' },
      source: 'https://chromium.googlesource.com/chromium/src/+/main/content/browser/devtools/devtools_http_handler.cc',
    },
  ],
};

export default vendor;

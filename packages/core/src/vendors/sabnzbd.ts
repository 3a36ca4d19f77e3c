import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sabnzbd',
  name: 'SABnzbd',
  role: 'app',
  present: [
    { text: /access denied - hostname verification failed|sabnzbd/ },
    { path: /^\/(?:sabnzbd\/)?api\?[^#]{0,200}mode=/ },
  ],
  refusals: [
    {
      id: 'hostname',
      alone: true,
      when: [{ text: 'Access denied - Hostname verification failed' }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not on host_whitelist',
      fix: { who: 'server-admin', text: 'add the name to host_whitelist under Config, Special' },
      source: 'https://sabnzbd.org/wiki/extra/hostname-check.html',
    },
    {
      id: 'api-key',
      when: [{ text: 'API Key Required' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no apikey came',
      source: 'https://sabnzbd.org/wiki/configuration/api',
    },
    {
      id: 'api-key-wrong',
      when: [{ text: 'API Key Incorrect' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the apikey is wrong',
      source: 'https://sabnzbd.org/wiki/configuration/api',
    },
    {
      id: 'external-internet',
      alone: true,
      when: [{ text: /external internet access denied/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'requests from outside the local network are refused',
      source: 'https://sabnzbd.org/wiki/extra/access-denied.html',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:sabnzbd\/api\?|api\?(?:[^#]{0,200}&)?mode=)/ }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-missing': 22, 'ip-refused': 16, 'host-rejected': 12 },
      says: 'the API key is missing or wrong, the name is not in host_whitelist, or access from outside is off',
      source: 'https://sabnzbd.org/wiki/configuration/4.3/api',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/sabnzbd(?:\/|$)/ },
        { not: { path: /^\/sabnzbd\/api/ } },
      ],
      causes: {},
      usual: { 'host-rejected': 40, 'ip-refused': 32, 'credentials-missing': 6 },
      says: 'the name is not in host_whitelist, or inet_exposure keeps other addresses out',
      source: 'https://sabnzbd.org/wiki/extra/hostname-check.html',
    },
  ],
};

export default vendor;

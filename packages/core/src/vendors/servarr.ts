import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'servarr',
  name: 'Sonarr, Radarr, Lidarr, Prowlarr',
  role: 'app',
  present: [{ header: 'x-application-version' }],
  refusals: [
    {
      id: 'api-key',
      when: [{ status: 401 }, { header: 'x-application-version' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no X-Api-Key came, or a wrong one',
      source: 'https://wiki.servarr.com/sonarr/settings#security',
    },
    {
      id: 'usual-key-missing',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:(?:sonarr|radarr|lidarr|readarr|prowlarr|whisparr)\/api|api\/v[1345]|(?:sonarr|radarr|lidarr|readarr|prowlarr|whisparr)\/api\/v[1345])\/(?:system\/status|series|movie|episode|command|indexer|qualityprofile|rootfolder|wanted|artist|downloadclient)(?:[/?]|$)/,
        },
        { not: { sent: 'x-api-key' } },
        { not: { any: [{ path: /[?&]apikey=/i }, { header: 'x-application-version' }] } },
      ],
      causes: {},
      usual: { 'credentials-missing': 66, 'credentials-malformed': 9, 'server-rule': 3 },
      says: 'the key goes as X-Api-Key or apikey',
      source: 'https://wiki.servarr.com/sonarr/settings#security',
    },
    {
      id: 'usual-key-wrong',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:(?:sonarr|radarr|lidarr|readarr|prowlarr|whisparr)\/api|api\/v[1345]|(?:sonarr|radarr|lidarr|readarr|prowlarr|whisparr)\/api\/v[1345])\/(?:system\/status|series|movie|episode|command|indexer|qualityprofile|rootfolder|wanted|artist|downloadclient)(?:[/?]|$)/,
        },
        { any: [{ sent: 'x-api-key' }, { path: /[?&]apikey=/i }] },
        { not: { header: 'x-application-version' } },
      ],
      causes: {},
      usual: { 'credentials-invalid': 60, 'proxy-refused': 12, 'credentials-missing': 5, 'ip-refused': 4 },
      says: 'the key is of another of the programs, or a proxy in front asks for its own login',
      source: 'https://wiki.servarr.com/sonarr/settings#security',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 401 },
        { method: ['GET', 'HEAD'] },
        { port: [8989, 7878, 8686, 8787, 9696, 6767] },
        { path: /^\/(?:sonarr|radarr|lidarr|readarr|prowlarr|bazarr)?\/?(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-missing': 58, 'credentials-invalid': 24, 'proxy-refused': 6 },
      says: 'Basic or Forms login is on',
      source: 'https://wiki.servarr.com/sonarr/settings#security',
    },
  ],
};

export default vendor;

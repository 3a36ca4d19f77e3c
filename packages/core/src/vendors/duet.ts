import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'duet',
  name: 'RepRapFirmware and PrusaLink',
  role: 'app',
  present: [{ challenge: 'digest', param: 'realm', is: /printer api/i }],
  refusals: [
    {
      id: 'usual-rr',
      alone: true,
      when: [{ status: 401 }, { path: /^\/rr_(?:status|gcode|upload|model|filelist|reply|connect|files)/ }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-missing': 36, 'credentials-invalid': 14 },
      says: 'a session begins with rr_connect and its password, and ends after eight seconds of silence',
      source: 'https://docs.duet3d.com/User_manual/RepRapFirmware/HTTP_requests',
    },
    {
      id: 'usual-prusalink',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/api\/v1\/(?:status|job|files|storage|transfer|cameras|printer|update)(?:[/?]|$)/ },
        { not: { sent: 'x-api-key' } },
        { challenge: 'digest' },
      ],
      causes: {},
      usual: { 'credentials-missing': 62, 'credentials-invalid': 12, 'credentials-malformed': 8 },
      says: 'the printer asks for X-Api-Key or digest as user maker',
      source: 'https://github.com/prusa3d/Prusa-Link-Web/blob/master/spec/openapi.yaml',
    },
  ],
};

export default vendor;

import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'reolink',
  name: 'Reolink, Foscam and other cameras',
  role: 'app',
  present: [],
  refusals: [
    {
      id: 'usual-cgi',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:cgi-bin\/(?:api\.cgi|CGIProxy\.fcgi|hi3510|encoder|viewer)|videostream\.cgi|snapshot\.cgi|video\.cgi|tmpfs\/auto\.jpg|web\/cgi-bin\/hi3510|webcapture\.jpg|nphMotionJpeg|SnapshotJPEG|mjpg\/video\.mjpg|video\.mjpg)/,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 26, 'role-missing': 8, 'credentials-malformed': 7 },
      says: 'user and password go in the query or by Digest, as the model asks',
      source: 'https://support.reolink.com/hc/en-us/sections/900000624206-HTTP-API-and-CGI/',
    },
  ],
};

export default vendor;

import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'subsonic',
  name: 'Navidrome and other Subsonic servers',
  role: 'app',
  present: [{ header: 'x-nd-authorization' }, { sent: 'x-nd-authorization' }],
  refusals: [
    {
      id: 'usual-rest',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[a-z]{1,20}\/)?rest\/(?:ping|getLicense|stream|getAlbumList2?|search3|getCoverArt|scrobble|getMusicFolders|getPlaylists|download)(?:\.view)?(?:\?|$)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'proxy-refused': 22,
        'credentials-missing': 10,
        'credentials-malformed': 8,
        'role-missing': 5,
      },
      says: 'the password or its token is wrong, or a login in front of the server knows nothing of Subsonic',
      source: 'https://www.navidrome.org/docs/usage/security/',
    },
  ],
};

export default vendor;

import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'flickr',
  name: 'Flickr',
  role: 'api',
  present: [{ host: 'flickr.com' }, { body: /"stat": ?"fail"/ }],
  refusals: [
    {
      id: 'ssl',
      alone: true,
      when: [{ text: 'SSL is required' }, { any: [{ body: '"stat"' }, { body: 'stat=' }, { host: 'flickr.com' }] }],
      causes: { 'tls-required': 'proves' },
      says: 'Flickr wants HTTPS',
      fix: { who: 'caller', text: 'use https:// in the URL' },
      source: 'https://www.flickr.com/services/api/flickr.photos.search.html',
    },
    {
      id: 'permission',
      when: [
        {
          any: [
            { text: 'Insufficient permissions' },
            { text: 'User not logged in / Insufficient permissions' },
            { text: 'Invalid auth token' },
            { text: 'Permission denied' },
          ],
        },
        { host: 'flickr.com' },
      ],
      causes: { 'credentials-missing': 'suggests', 'scope-insufficient': 'hints', 'not-owner': 'hints' },
      says: "the call wants a user's token with more permissions (read, write, delete), or the photo is private",
      source: 'https://www.flickr.com/services/api/flickr.photos.delete.html',
    },
  ],
};

export default vendor;

import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nacos',
  name: 'Alibaba Nacos',
  role: 'app',
  present: [
    { path: '/nacos/' },
    { text: /\bnacos\b|caused: (?:unknown user|user not found|authorization failed|token (?:expired|invalid))/ },
  ],
  refusals: [
    {
      id: 'user',
      alone: true,
      when: [{ text: /(?:unknown user!|caused: user not found)/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no accessToken came, or user name and password of the client are wrong',
      fix: { who: 'caller', text: 'set username and password of the Nacos client, or send accessToken' },
      source: 'https://nacos.io/en/docs/latest/manual/admin/auth/',
    },
    {
      id: 'authorization',
      when: [{ text: 'authorization failed!' }],
      causes: { 'role-missing': 'proves' },
      says: "the user's role lacks the permission on this namespace",
      source: 'https://nacos.io/en/docs/latest/manual/admin/auth/',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ text: 'caused: token invalid!' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the accessToken is made with another key',
      source: 'https://nacos.io/en/docs/latest/manual/admin/auth/',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: 'caused: token expired!' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the accessToken is past its time',
      source: 'https://nacos.io/en/docs/latest/manual/admin/auth/',
    },
  ],
};

export default vendor;

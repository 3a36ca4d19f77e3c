import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gin-jwt',
  name: 'gin-jwt (Go)',
  role: 'framework',
  present: [{ text: /auth header is empty/ }, { body: '"you don\'t have permission to access this resource"' }],
  refusals: [
    {
      id: 'header',
      alone: true,
      when: [
        {
          any: [{ text: 'auth header is empty' }, { text: 'cookie token is empty' }, { text: 'query token is empty' }],
        },
      ],
      causes: { 'credentials-missing': 'suggests' },
      says: 'gin-jwt: no token came in the place where it looks',
      source: 'https://github.com/appleboy/gin-jwt/blob/master/auth_jwt.go',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ text: /\btoken is expired\b/ }, { body: /"code": ?401/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'gin-jwt: the token is past its time',
      source: 'https://github.com/appleboy/gin-jwt/blob/master/auth_jwt.go',
    },
    {
      id: 'forbidden',
      alone: true,
      when: [{ text: /you don't have permission to access this resource\b/ }, { body: /"code": ?403/ }],
      causes: { 'role-missing': 'proves' },
      says: 'gin-jwt: the authorizator function says no',
      source: 'https://github.com/appleboy/gin-jwt/blob/master/auth_jwt.go',
    },
  ],
};

export default vendor;

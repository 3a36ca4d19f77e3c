import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mercado-libre',
  name: 'Mercado Libre / Mercado Pago',
  role: 'api',
  present: [
    { host: 'mercadolibre.com' },
    { host: 'mercadopago.com' },
    { body: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES' },
  ],
  refusals: [
    {
      id: 'policies',
      alone: true,
      when: [
        {
          any: [
            { body: 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES' },
            { text: 'At least one policy returned UNAUTHORIZED.' },
          ],
        },
      ],
      causes: {
        'policy-denied': 'suggests',
        'credentials-invalid': 'hints',
        'ip-refused': 'hints',
        'client-refused': 'hints',
      },
      says: 'a policy of the platform refused: the application, its token or its address',
      source: 'https://developers.mercadolivre.com.br/en_us/error-403',
    },
    {
      id: 'forbidden',
      when: [{ status: 403 }, { code: 'forbidden' }, { host: 'mercadolibre.com' }],
      causes: {},
      usual: {
        'role-missing': 22,
        'policy-denied': 22,
        'credentials-missing': 18,
        'not-owner': 12,
        'ip-refused': 10,
        'scope-insufficient': 8,
      },
      says: 'mostly the app or its owner is not validated, or an anonymous call',
      source: 'https://developers.mercadolivre.com.br/en_us/error-403',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { any: [{ host: 'mercadolibre.com' }, { host: 'mercadopago.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 28, 'credentials-missing': 16 },
      says: 'mostly a token past its six hours',
      source: 'https://developers.mercadolibre.com.ar/en_us/error-403',
    },
  ],
};

export default vendor;

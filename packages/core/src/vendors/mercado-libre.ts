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
      when: [{ code: 'forbidden' }, { host: 'mercadolibre.com' }],
      causes: { 'scope-insufficient': 'suggests', 'not-owner': 'suggests' },
      says: 'the token lacks the scope, or the object belongs to another user',
      source: 'https://developers.mercadolivre.com.br/en_us/error-403',
    },
  ],
};

export default vendor;

import type { Reader } from '../model/evidence.ts';
import { headersOf } from '../model/http.ts';

const reader: Reader = {
  id: 'allow',
  read: (exchange) =>
    headersOf(exchange, 'response', 'allow').map(({ value, span }) => ({
      kind: 'allow',
      fact: {
        methods: value
          .split(',')
          .slice(0, 40)
          .map((m) => m.trim().toUpperCase())
          .filter(Boolean),
      },
      at: [span],
      by: 'allow',
    })),
};

export default reader;

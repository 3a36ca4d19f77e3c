import type { Reader } from '../model/evidence.ts';

const reader: Reader = {
  id: 'status',
  read: ({ response }) =>
    response
      ? [
          {
            kind: 'status',
            fact: { status: response.status },
            at: [{ part: 'response', in: 'status', start: 0, end: String(response.status).length }],
            by: 'status',
          },
        ]
      : [],
};

export default reader;

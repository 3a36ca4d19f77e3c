// A terminal's paste: a command, and what it printed below it.
import { expect, it } from 'vitest';
import { withAnswerBeside } from '../../src/import/text/answer-beside.ts';
import { importers } from '../../src/importers.ts';
import { tools } from '../../src/tools.ts';

function read(text: string) {
  const importer = importers.find((one) => one.accepts(text))!;
  return withAnswerBeside(text, importer.read(text, {}), {}, tools).map(({ exchange, form, notes }) => ({
    asked: `${exchange.request.method} ${exchange.request.url}`,
    status: exchange.response?.status,
    said: exchange.response?.body?.text,
    form,
    notes,
  }));
}

it.each([
  [
    'me@host:~$ curl -fsSL https://files.example.org/a.zip -o a.zip\ncurl: (22) The requested URL returned error: 403\n',
    { asked: 'GET https://files.example.org/a.zip', status: 403, said: undefined },
  ],
  [
    '$ curl -X DELETE https://api.example.com/v1/users/7 \\\n  -H \'A: b\'\n{"message":"You do not have permission"}\n',
    {
      asked: 'DELETE https://api.example.com/v1/users/7',
      status: 403,
      said: '{"message":"You do not have permission"}',
    },
  ],
])('%j', (text, expected) => {
  expect(read(text)).toEqual([{ ...expected, form: 'record', notes: [] }]);
});

it('takes what is no refusal for none', () => {
  const [only] = read('$ curl https://api.example.com/v1/users/7\n{"id":7,"name":"Ann"}\n');
  expect([only!.status, only!.form]).toEqual([undefined, 'record']);
});

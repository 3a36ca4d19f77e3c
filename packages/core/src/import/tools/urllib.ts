import type { Tool } from '../../model/tool.ts';

const tool: Tool = {
  id: 'urllib',
  name: 'urllib',
  inside: true,
  shows: [/\burllib\.error\.HTTPError: /, /^HTTPError: HTTP Error \d{3}: /, /urllib\/request\.py", line/],
  own: [/^\s{0,40}raise HTTPError\(/],
  lines: [/HTTP Error (?<status>\d{3}): (?<reason>.{1,200})$/],
  fixes: {
    'client-refused': [
      {
        text: 'Send a User-Agent of your own: Request(url, headers={"User-Agent": "…"}); the default Python-urllib/3.x is refused by many sites',
      },
    ],
    authentication: [{ text: 'Give the credential in the headers of Request(); urllib sends none by itself' }],
    any: [{ text: 'Print the answer: except HTTPError as e: print(e.headers, e.read())' }],
  },
};

export default tool;

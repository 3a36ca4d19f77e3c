import { describe, expect, it } from 'vitest';
import curl, { readCurlCommand, readCurlWords } from '../../src/import/curl.ts';
import fetchCall from '../../src/import/fetch.ts';
import har from '../../src/import/har.ts';
import powershell from '../../src/import/powershell.ts';
import rawHttp from '../../src/import/raw-http.ts';
import url from '../../src/import/url.ts';
import { InputError, type InputErrorCode } from '../../src/model/errors.ts';
import type { ImportContext, Importer } from '../../src/model/importer.ts';

const files: Readonly<Record<string, string>> = {
  'bad.conf': 'url = "https://a.example/"\nheadr = "A: b"\n',
  'loop.conf': 'config = "loop.conf"\n',
  'ntlm.conf': '--ntlm\n',
};
const context: ImportContext = {
  readFile: (path) => {
    const text = files[path];
    if (text === undefined) throw new InputError('UNREADABLE_FILE', `The file ${path} cannot be read: there is none.`);
    return new TextEncoder().encode(text);
  },
};

/** What is told of an input that cannot be read; the caret is shown as the marked text. */
function told(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, message, hint, caret } = error;
    return { code, message, hint, marked: caret?.text.slice(caret.at, caret.at + caret.length) };
  }
  throw new Error('nothing was thrown');
}

describe('a curl command that cannot be read is told with its place', () => {
  const cases: readonly [
    line: string,
    code: InputErrorCode,
    message: RegExp,
    marked: string | undefined,
    hint?: RegExp,
  ][] = [
    ['curl', 'NO_URL', /names no URL/, undefined],
    ['curl -H "A: b"', 'NO_URL', /names no URL/, undefined],
    ['curl https://a.example --haeder x', 'UNKNOWN_OPTION', /no option --haeder/, '--haeder', /--header/],
    ['curl https://a.example --data-rw x', 'UNKNOWN_OPTION', /no option --data-rw/, '--data-rw', /--data-raw/],
    ['curl https://a.example --da x', 'UNKNOWN_OPTION', /no option --da/, '--da'],
    ['curl -sé https://a.example', 'UNKNOWN_OPTION', /no option -é/, '-sé'],
    ['curl https://a.example -H', 'MISSING_VALUE', /-H wants a value/, '-H'],
    ['curl https://a.example --data', 'MISSING_VALUE', /--data wants a value/, '--data'],
    ['curl --ntlm -u a:b https://a.example', 'UNSUPPORTED_OPTION', /--ntlm would change/, '--ntlm'],
    [
      'curl --tlsuser me https://a.example',
      'UNSUPPORTED_OPTION',
      /cannot do it: TLS with a password \(SRP\) is not spoken here/,
      '--tlsuser me',
    ],
    ['curl --local-port soon https://a.example', 'BAD_VALUE', /ports such as 4000-4200/, '--local-port soon'],
    [
      'curl --expand-url "https://{{h:up}}/"',
      'BAD_VALUE',
      /as a function, and not up/,
      '--expand-url "https://{{h:up}}/"',
    ],
    ['curl --variable %NONE_OF_MINE https://a.example', 'BAD_VALUE', /is not set/, '--variable %NONE_OF_MINE'],
    ['curl --variable a b https://a.example', 'BAD_VALUE', /name=value/, '--variable a'],
    ['curl --http3 https://a.example', 'UNSUPPORTED_OPTION', /--http3/, '--http3'],
    ['curl -V', 'NO_URL', /sends no request/, '-V'],
    ['curl "https://a.example/{x,y}"', 'BAD_VALUE', /several requests/, '"https://a.example/{x,y}"', /-g/],
    ["curl 'https://a.example/[1-3]'", 'BAD_VALUE', /several requests/, "'https://a.example/[1-3]'", /-g/],
    ['curl "https://a.example/a b"', 'BAD_VALUE', /space/, '"https://a.example/a b"', /%20/],
    ['curl ftp://a.example/', 'BAD_VALUE', /ftp is not HTTP/, 'ftp://a.example/'],
    ['curl https://a.example:99999/', 'BAD_VALUE', /not a port/, 'https://a.example:99999/'],
    [
      'curl https://a.example -H "A: $(cat token)"',
      'BAD_VALUE',
      /\$\(cat token\) is not run/,
      '$(cat token)',
      /output/,
    ],
    ['curl https://a.example -H "A: `cat token`"', 'BAD_VALUE', /is not run/, '`cat token`'],
    [`curl https://a.example -H "A: \${X:-y}"`, 'BAD_VALUE', /\$\{X:-y\} cannot be worked out/, `\${X:-y}`],
    ["curl https://a.example -H 'A: b", 'MALFORMED', /' is not closed/, "'"],
    ['curl https://a.example -H \u201cA: b\u201d', 'MALFORMED', /typographic quote/, '\u201c', /straight/],
    ['curl https://a.example -u alice', 'BAD_VALUE', /name:password/, '-u alice', /ask/],
    ['curl -d a=1 -F b=2 https://a.example', 'BAD_VALUE', /-F does not go with -d/, '-F b=2'],
    ['curl -d @none https://a.example', 'UNREADABLE_FILE', /none cannot be read/, undefined],
    ['curl -m soon https://a.example', 'BAD_VALUE', /time in seconds/, '-m soon'],
    ['curl -x ftp://p https://a.example', 'BAD_VALUE', /proxy of the kind/, '-x ftp://p'],
    ['curl -X "GE T" https://a.example', 'BAD_VALUE', /method name/, '-X "GE T"'],
    ['curl --aws-sigv4 aws:amz https://a.example', 'BAD_VALUE', /key pair/, '--aws-sigv4 aws:amz'],
    ['curl -K bad.conf', 'UNKNOWN_OPTION', /headr \(in bad.conf\)/, 'headr = "A: b"', /header/],
    ['curl -K ntlm.conf https://a.example', 'UNSUPPORTED_OPTION', /ntlm/, '--ntlm'],
    ['curl -K loop.conf https://a.example', 'BAD_VALUE', /deep/, undefined],
    [
      'curl --haproxy-clientip nobody https://a.example',
      'BAD_VALUE',
      /wants an IP address/,
      '--haproxy-clientip nobody',
    ],
    ["curl --haproxy-clientip '' https://a.example", 'BAD_VALUE', /wants an IP address/, "--haproxy-clientip ''"],
    ['curl --next https://a.example', 'NO_URL', /before --next/, '--next'],
  ];
  for (const [line, code, message, marked, hint] of cases) {
    it(line, () => {
      const error = told(() => curl.read(line, context));
      expect(error).toMatchObject({ code, marked });
      expect(error.message).toMatch(message);
      if (hint) expect(error.hint).toMatch(hint);
    });
  }

  it('shows the words of a shell as they could be typed, with the caret under the wrong one', () => {
    expect(told(() => readCurlWords(['curl', '-H', "it's two", '--bogus', 'https://a.example'], {}))).toMatchObject({
      code: 'UNKNOWN_OPTION',
      marked: '--bogus',
    });
  });

  it('cuts a long line around the caret', () => {
    const error = told(() => curl.read(`curl -d '${'x'.repeat(5000)}' --bogus https://a.example`, {}));
    expect(error.marked).toBe('--bogus');
  });
});

describe('input that is not what an importer reads is refused', () => {
  const cases: readonly [Importer, string, InputErrorCode, RegExp][] = [
    [url, '', 'EMPTY_INPUT', /no URL/],
    [url, 'two words', 'NOT_HTTP', /no URL/],
    [url, 'gopher://a.example/', 'BAD_VALUE', /not HTTP/],
    [curl, 'wget https://a.example', 'NOT_HTTP', /no curl command/],
    [powershell, 'Get-Item x', 'NOT_HTTP', /no Invoke-WebRequest/],
    [powershell, 'Invoke-WebRequest -UseBasicParsing', 'NO_URL', /no URL/],
    [powershell, 'irm https://a.example -Credential $c', 'UNSUPPORTED_OPTION', /-credential/],
    [powershell, 'irm https://a.example -Headrs @{}', 'UNKNOWN_OPTION', /-headrs/],
    [powershell, 'irm https://a.example -Headers "x"', 'BAD_VALUE', /wants a table/],
    [powershell, 'irm "https://a.example', 'MALFORMED', /not closed/],
    [fetchCall, 'axios.get("https://a.example")', 'NOT_HTTP', /no fetch call/],
    [fetchCall, 'fetch(url)', 'MALFORMED', /value of url is not known/],
    [fetchCall, `fetch(\`https://a.example/\${id}\`)`, 'MALFORMED', /template/],
    [fetchCall, 'fetch("/relative")', 'NO_URL', /no host/],
    [fetchCall, 'fetch("https://a.example", {method: "GET"', 'MALFORMED', /missing here/],
    [fetchCall, 'fetch("https://a.example", {body: {a: 1}})', 'BAD_VALUE', /neither text/],
    [har, '{"log": {"entries": [{"request"', 'MALFORMED', /cut off: it ends at byte 31, inside entry 1/],
    [har, '{"log": {"entries": [{"request": tru}]}}', 'MALFORMED', /not well-formed JSON at byte 33/],
    [har, '{"a": 1}', 'NOT_HTTP', /no log.entries/],
    [har, '{"log": {"entries": [{}]}}', 'MALFORMED', /Entry 1 .* no request/],
    [rawHttp, '  \n', 'EMPTY_INPUT', /nothing to read/],
    [rawHttp, '<html>403 Forbidden</html>', 'NOT_HTTP', /no HTTP request or response/],
    [rawHttp, `GET / HTTP/1.1\n${'a: b\n'.repeat(6000)}`, 'MALFORMED', /more than 5000 header lines/],
  ];
  for (const [importer, text, code, message] of cases) {
    it(`${importer.id}: ${text.slice(0, 60).trim()}`, () => {
      const error = told(() => importer.read(text, {}));
      expect(error.code).toBe(code);
      expect(error.message).toMatch(message);
    });
  }
});

describe('what the words of a curl command give', () => {
  it('is the same with and without curl itself, and after sudo', () => {
    const words = ['-X', 'DELETE', 'https://a.example/x', '-H', 'A: b c'];
    const plain = readCurlWords(words, {});
    expect(readCurlWords(['curl', ...words], {})).toEqual(plain);
    expect(readCurlWords(['sudo', '/usr/bin/curl', ...words], {})).toEqual(plain);
    expect(plain.exchange.request).toEqual({
      method: 'DELETE',
      url: 'https://a.example/x',
      headers: [
        ['Host', 'a.example'],
        ['User-Agent', 'curl/8.14.1'],
        ['Accept', '*/*'],
        ['A', 'b c'],
      ],
    });
  });

  it('is not expanded again: a shell has already done that', () => {
    const { request } = readCurlWords(['https://a.example', '-H', 'A: $HOME `x`'], {
      env: { HOME: '/home/me' },
    }).exchange;
    expect(request.headers).toContainEqual(['A', '$HOME `x`']);
  });

  it('is every request of several, and the first of them with a note', () => {
    const words = ['https://a.example/1', 'https://a.example/2'];
    expect(readCurlCommand(words, {})).toHaveLength(2);
    expect(readCurlWords(words, {}).notes).toEqual(['The command makes 2 requests; the first is looked at.']);
  });

  it('leaves the proxy of the environment out where -x is empty', () => {
    expect(readCurlWords(['-x', '', 'https://a.example'], {}).send).toEqual({ proxy: '' });
    expect(readCurlWords(['--socks5-hostname', 'p:1', '-U', 'a:b@', 'https://a.example'], {}).send).toEqual({
      proxy: 'socks5h://a:b%40@p:1',
    });
  });
});

describe('a URL is taken, and other words are not', () => {
  it.each([
    'https://a.example',
    'http://[::1]:80/x',
    'a.example/x?y',
    'user:pw@a.example',
    'localhost',
    '10.0.0.1:8080',
    'bücher.example/ä',
  ])('%s', (text) => {
    expect(url.accepts(text)).toBe(true);
    expect(url.read(text, {})[0]!.exchange.request.url).toMatch(/^https?:\/\//);
  });
  it.each(['', 'hello', 'ftp://a.example', 'a b', '--json', '-', '/etc/passwd', './file.har'])('%s', (text) =>
    expect(url.accepts(text)).toBe(false),
  );
});

describe('a body in another charset', () => {
  it('is decoded by the charset that the response names, where the text has one character for each byte', () => {
    const text = Buffer.from(
      'HTTP/1.1 403 x\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n\xcf\xd4\xcb\xc1\xda',
      'latin1',
    ).toString('latin1');
    const { body } = rawHttp.read(text, {})[0]!.exchange.response!;
    expect(body?.text).toBe('\u043e\u0442\u043a\u0430\u0437');
    expect([...body!.bytes!]).toEqual([0xcf, 0xd4, 0xcb, 0xc1, 0xda]);
  });

  it('larger than what is kept is cut, and the cut is told', () => {
    const [{ exchange }] = rawHttp.read(`HTTP/1.1 403 x\n\n${'\u00e9'.repeat(5_000_000)}`, {}) as [
      ReturnType<typeof rawHttp.read>[0],
    ];
    expect(exchange.response!.body).toMatchObject({ cutFrom: 10_000_000 });
    expect(exchange.response!.body!.text).toHaveLength(4 * 1024 * 1024);
    expect(exchange.gaps.map(({ text }) => text)).toEqual([
      'The request is not known.',
      'The response body has 10000000 bytes; its first 4 MiB were read.',
    ]);
  });
});

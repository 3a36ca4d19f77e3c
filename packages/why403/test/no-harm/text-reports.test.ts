// Nothing of a hostile text is markup, a link or a mention in a report, and nothing of it is unseen.
import { type Diagnosis, json, markdown, message, page, terminal } from '@why403/core';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { hostileText, ONE_OF_EACH, UNSEEN_CHARACTERS } from './hostile.ts';
import { seeded } from './shells.ts';

const MARKUP: readonly string[] = [
  ...[
    'https://evil.example/x',
    'http://evil.example',
    'www.evil.example',
    'evil@evil.example',
    'mailto:a@evil.example',
  ],
  ...[
    'xmpp:a@evil.example/b',
    'ftp://evil.example',
    '<https://evil.example>',
    '[text](https://evil.example)',
    '![img](//e.example/p)',
  ],
  ...[
    '[ref]: https://evil.example',
    '[ref]',
    '[a][ref]',
    '[^1]',
    '[^1]: note',
    '![x][ref]',
    '[x](javascript:alert(1))',
  ],
  ...[
    '@octocat',
    '@org/team',
    '#123',
    'GH-123',
    'org/repo#1',
    'org/repo@0123abc',
    'deadbeef',
    '0123456789abcdef0123456789abcdef01234567',
  ],
  ...[
    '!42',
    '$17',
    '~bug',
    '%"milestone"',
    '&12',
    '^alert#1',
    ':smile:',
    '$x^2$',
    '$`x`$',
    'closes #1',
    '[vulnerability:1]',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!--',
    '-->',
    '</code>',
    '&lt;b&gt;',
    '&#64;octocat',
    '&commat;octocat',
  ],
  ...[
    '`',
    '``',
    '```',
    '````',
    '`` ` ``',
    '~~~',
    '~~x~~',
    '**b**',
    '__b__',
    '*',
    '_',
    '\\',
    '\\`',
    '\\|',
    '|',
    '\\\\|',
    '| a | b |',
    '|---|',
  ],
  ...[
    '# h',
    '> q',
    '- x',
    '+ x',
    '1. x',
    '1) x',
    '---',
    '===',
    '    code',
    '\n\n# h',
    '\n- x',
    '\n```\n',
    '\r\n\r\n<b>',
    '\t',
    'Setext\n---',
  ],
  ...[
    '(@octocat)',
    '"#12"',
    "'@a'",
    'a@b',
    'x#1',
    'note:',
    '[ ]',
    '[x]',
    '{{x}}',
    'a.b.example',
    'evil.example/path?q=1',
    '//evil.example',
  ],
];

const { seed, below } = seeded();
const hostile = (): string => {
  const parts = Array.from({ length: 1 + below(4) }, () =>
    below(3) ? MARKUP[below(MARKUP.length)]! : hostileText({ below }, 3),
  );
  return parts.join(below(2) ? ' ' : '').trim() || 'x';
};

/** A diagnosis in which every text that may come from outside is this. */
function diagnosisOf(text: () => string): Diagnosis {
  return {
    request: { method: text(), url: text(), headers: [[text(), text()]], body: text(), known: 'whole' },
    response: { status: 403, headers: [[text(), text()]], body: text(), words: text() },
    verdict: {
      cause: 'role-missing',
      group: 'authorization',
      certainty: 'likely',
      probability: 0.8,
      who: 'caller',
      summary: text(),
    },
    causes: [
      {
        cause: 'role-missing',
        probability: 0.8,
        evidence: [
          {
            from: `response header ${text()}`,
            quote: text(),
            before: text(),
            after: text(),
            bits: 3,
            says: text(),
            by: 'x',
          },
          { from: 'response body', quote: text(), before: text(), after: text(), bits: 2, says: text(), by: 'x' },
        ],
        fixes: [{ who: 'caller', text: text(), request: null, commands: null, verified: null }],
        location: { file: text(), line: 3 },
      },
      {
        cause: 'not-owner',
        probability: 0.2,
        evidence: [{ from: 'request', quote: '', before: '', after: '', bits: -2, says: text(), by: 'x' }],
        fixes: [],
        location: null,
      },
    ],
    checklist: [{ item: 'permission', answer: 'problem', because: text() }],
    experiments: [
      {
        id: 'x',
        changed: text(),
        request: '' as Diagnosis['experiments'][number]['request'],
        status: 200,
        outcome: 'allowed',
        says: text(),
      },
    ],
    requestsSent: 1,
    products: [{ id: 'x', name: text(), role: 'server' }],
    notes: (['number', 'next', 'gap', 'fault', 'question', 'hop', 'server'] as const).map((kind) => ({
      kind,
      text: text(),
    })),
    refused: true,
  };
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const nodes = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodes)];
const tree = (text: string): readonly Node[] =>
  nodes(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);

/** What GitHub and GitLab make links of in rendered text outside code, whatever the Markdown said. */
const LINKED = /[@#]\w|\w#\d|(?<![\w.])[!$&~%^:]\w|:\/\/|\bwww\.|\p{L}\.\w|\bGH-\d|\b[0-9a-f]{7,40}\b|[<>[\]`|*_~\\]/iu;

test('Markdown has the same shape whatever the texts hold, and no link, image, markup, mention or reference', {
  timeout: 240_000,
}, () => {
  const shape = (text: string): readonly string[] =>
    tree(text).flatMap(({ type }) => (type === 'text' || type === 'inlineCode' ? [] : [type]));
  const plain = shape(markdown(diagnosisOf(() => 'plain words')));
  for (let i = 0; i < 600; i++) {
    const d = diagnosisOf(hostile);
    const text = markdown(d);
    const where = `seed ${seed}:\n${text}`;
    expect(shape(text), where).toEqual(plain);
    for (const { type, value } of tree(text)) if (type === 'text') expect(value, where).not.toMatch(LINKED);
    expect(text.replaceAll('\n', ''), where).not.toMatch(UNSEEN_CHARACTERS);
  }
  console.log(`no-harm: Markdown: 600 reports of hostile text (seed ${seed}), links or mentions 0`);
});

test('Markdown repeats the text itself', () => {
  const words = (text: string): string => text.replace(/[`\s]/g, '');
  for (const text of MARKUP.filter((one) => !/[\n\r\t`|]/.test(one)))
    expect(words(markdown(diagnosisOf(() => text))), text).toContain(words(text));
});

test('the page has the same elements whatever the texts hold, and its policy', async () => {
  const { Parser } = await import('htmlparser2');
  const elements = (text: string): readonly string[] => {
    const found: string[] = [];
    const parser = new Parser({
      onopentag: (name, { href, ...attributes }) =>
        found.push(
          `${name} ${Object.keys(attributes).join(' ')} ${href?.startsWith('#') === false ? 'leads away' : ''}`,
        ),
      oncomment: () => found.push('!--'),
    });
    parser.end(text);
    return found;
  };
  const plain = elements(page([diagnosisOf(() => 'plain words')]));
  for (let i = 0; i < 500; i++) {
    const text = page([diagnosisOf(hostile)]);
    expect(elements(text)).toEqual(plain);
    expect(text).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    );
  }
});

test('no report holds a character that is not seen', () => {
  const d = diagnosisOf(() => `before ${ONE_OF_EACH} after`);
  for (const text of [terminal(d), message(d), markdown(d), page([d]), json({ schema: 'why403/1', diagnoses: [d] })])
    expect(text.replaceAll('\n', '')).not.toMatch(UNSEEN_CHARACTERS);
  expect(JSON.parse(json({ schema: 'why403/1', diagnoses: [d] })).diagnoses[0].verdict.summary).toBe(d.verdict.summary);
});

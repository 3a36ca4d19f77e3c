// Large configurations and hostile patterns: judged as small ones are, and every judging ends.
import { describe, expect, test } from 'vitest';
import { judgeLarge, LARGE, refusedRequest } from '../bench/large-configs.ts';
import { boundPattern, refillPatterns } from '../src/inspect/shared/bounded-match.ts';
import { explain } from '../src/inspect/shared/explain.ts';
import { literalOf } from '../src/inspect/shared/pattern-literal.ts';
import { viewExchange } from '../src/inspect/shared/server-view.ts';
import { worthTurning } from '../src/inspect/shared/trial.ts';
import { compilePattern, matchWildcard } from '../src/inspect/shared/user-pattern.ts';

// What takes minutes where a loop within a loop goes through all rules takes seconds here.
const PATIENCE = 120_000;
const MANY = 4000;
const kindOf = (server: string, rules: string) => {
  const kind = LARGE.find((one) => one.server === server && one.rules === rules);
  if (!kind) throw new Error(`no kind ${server} ${rules}`);
  return kind;
};

describe('thousands of rules lead to the cause that a few lead to', () => {
  const kinds = [
    ['nginx', 'geo', 'ip-refused'],
    ['nginx', 'set', 'server-rule'],
    ['nginx', 'if', 'client-refused'],
    ['apache', 'Require not ip', 'ip-refused'],
    ['apache', 'SetEnvIf', 'client-refused'],
    ['apache', 'RewriteRule', 'server-rule'],
    ['apache', 'VirtualHost', 'host-rejected'],
    ['caddy', 'path', 'server-rule'],
    ['lighttpd', 'else', 'host-rejected'],
    ['haproxy', 'acl', 'server-rule'],
    ['squid', 'acl', 'proxy-refused'],
    ['squid', 'http_access', 'proxy-refused'],
    ['varnish', '||', 'client-refused'],
    ['tomcat', 'RemoteAddrValve', 'ip-refused'],
    ['tomcat', 'RemoteHostValve', 'ip-refused'],
    ['tomcat', 'filters', 'server-rule'],
    ['tinyproxy', 'Filter', 'proxy-refused'],
  ] as const;
  test.each(kinds)('%s: %s', { timeout: PATIENCE }, async (server, rules, cause) => {
    const few = await judgeLarge(kindOf(server, rules), 20);
    const many = await judgeLarge(kindOf(server, rules), MANY);
    expect(few.findings[0]?.cause).toBe(cause);
    expect(many.findings[0]?.cause).toBe(cause);
    expect(many.unseen).toEqual([]);
  });
});

describe('a pattern of a configuration', () => {
  const long = `/${'a'.repeat(10_000)}!`;

  test('that backtracks without end on a long path is answered by an engine of linear time', () => {
    refillPatterns();
    for (const source of ['(a+)+$', '^/(a|aa)+$', '^(?:a*)*$', '([a-z]+)*\\.php$', '(a+)+(b+)+$']) {
      expect([source, compilePattern(source)?.exec(long)]).toEqual([source, null]);
    }
    expect(compilePattern('^/(a+)+(?<mark>!)$')?.exec(long)?.[2]).toBe('!');
  });

  test('gives the groups that JavaScript gives, on either engine', () => {
    refillPatterns();
    const text = '/x/2024/report.final.pdf';
    for (const source of [
      '^/(\\w+)/(\\d{4})/(?<name>.+)\\.(pdf|html)$',
      '((a)|(x))+',
      '^(/[^/]*)+?/(.*)$',
      'q(.)?',
      '(?i)REPORT',
    ]) {
      const plain = new RegExp(source.replace('(?i)', ''), source.startsWith('(?i)') ? 'i' : '').exec(text);
      expect([source, compilePattern(source)?.exec(text) ?? null]).toEqual([source, plain && [...plain]]);
    }
  });

  test('with a back reference is given up in the end, and says so by undefined', () => {
    refillPatterns();
    expect(boundPattern('^(a+)+\\1[bc]$', '').exec('a'.repeat(5000))).toBeUndefined();
  });

  test('and thousands of such patterns share one budget', { timeout: PATIENCE }, () => {
    refillPatterns();
    const path = `/${'a'.repeat(2000)}!`;
    const answers = Array.from({ length: 3000 }, (_, i) => boundPattern(`(a+)+\\1[b-c]{${i + 1}}$`, '').exec(path));
    expect(answers.at(-1)).toBeUndefined();
  });
});

test('a wildcard of many stars ends, and means what it says', () => {
  expect(matchWildcard(`${'*a'.repeat(200)}*b`, 'a'.repeat(5000))).toBe(false);
  const cases = [
    ['*.example.com', 'a.b.example.com', false, true],
    ['/a/*/c', '/a/b/c', true, true],
    ['/a/*/c', '/a/b/x/c', true, false],
    ['/a/*/c', '/a/b/x/c', false, true],
    ['a?c*', 'abcd', false, true],
    ['a?c', 'a/c', true, false],
    ['*a*a', 'xaya', true, true],
    ['*', '', false, true],
    ['?', '', false, false],
    ['a*b', 'ab/b', true, false],
  ] as const;
  for (const [wildcard, text, pathname, fits] of cases)
    expect([wildcard, text, matchWildcard(wildcard, text, { pathname })]).toEqual([wildcard, text, fits]);
});

test('of a long list the conditions are turned that may have decided', () => {
  const leaf = (i: number, value: boolean) => ({
    key: String(i),
    about: 'ip' as const,
    value,
    known: true,
    place: { file: 'f', line: i, text: '' },
    asks: () => '',
  });
  const leaves = Array.from({ length: 10_000 }, (_, i) => leaf(i, i === 4321));
  const turned = worthTurning(leaves, 18);
  expect(turned.length).toBeLessThan(50);
  expect(turned.map(({ key }) => key)).toEqual(expect.arrayContaining(['0', '4321', '9999']));
  expect(worthTurning(leaves.slice(0, 50), 200)).toHaveLength(50);
});

describe('what every match of a pattern holds', () => {
  test.each([
    ['bot5x', 'bot5x'],
    ['bot5(.*)*x', 'bot5'],
    ['^/private\\.git/', '/private.git/'],
    ['ab?cd', 'cd'],
    ['abc*', 'ab'],
    ['a{2}bc', 'bc'],
    ['a{b|c}d', ''],
    ['ab|cd', ''],
    ['(?:ab|cd)e', 'e'],
    ['(?!not)e', 'e'],
    ['[a\\]|b]cd', 'cd'],
    ['\\x41bc', ''],
    ['\\dbc', 'bc'],
    ['ab+c', 'ab'],
    ['.*', ''],
  ])('%s: %s', (source, literal) => expect(literalOf(source)).toBe(literal));
});

test('a configuration is judged anew the less often the longer it is', () => {
  const view = viewExchange(refusedRequest());
  const work = (n: number): { readonly judgings: number; readonly fixes: number } => {
    let judgings = 0;
    const edits = [{ op: 'replace' as const, file: import.meta.filename, line: 1, text: 'x' }];
    const explained = explain(
      {
        id: 'rules',
        judge(_, trial, read) {
          judgings++;
          const answers = Array.from({ length: n }, (_unused, i) =>
            trial.leaf({
              key: String(i),
              about: 'ip',
              value: i === n - 1,
              known: true,
              place: { file: import.meta.filename, line: i + 1, text: '' },
              asks: () => '',
              amend: () => [edits],
            }),
          );
          return { refused: answers.some(Boolean) && read(import.meta.filename)[0] !== 'x', status: 403 };
        },
        candidates: () => [],
        reload: () => [],
      },
      view,
    );
    return { judgings, fixes: explained.finding?.fixes.length ?? 0 };
  };
  const few = work(100);
  const many = work(10_000);
  expect([few.fixes, many.fixes]).toEqual([1, 1]);
  expect(few.judgings).toBeGreaterThan(100);
  expect(many.judgings).toBeLessThan(30);
});

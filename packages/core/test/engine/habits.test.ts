import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue.ts';
import { type Exchange, judge } from '../../src/index.ts';
import type { Vendor } from '../../src/model/vendor.ts';

const habit = (id: string, path: string): Vendor['refusals'][number] => ({
  id,
  alone: true,
  when: [{ status: 403 }, { path }],
  causes: {},
  usual: { 'ip-refused': 60, 'server-rule': 20 },
  says: 'says nothing',
  source: 'https://docs.example.test/',
});
const vendor = (id: string, part: Partial<Vendor>): Vendor => ({
  id,
  name: id,
  role: 'app',
  present: [],
  refusals: [],
  ...part,
});

function heard(vendors: readonly Vendor[], url: string, body = ''): readonly string[] {
  const exchange: Exchange = {
    request: { method: 'GET', url, headers: [] },
    response: { status: 403, headers: [], body: { text: body } },
    gaps: [],
  };
  const { refusals, usual } = judge(exchange, { ...catalogue, vendors });
  return [...refusals, ...usual];
}

describe('of the habits that fit an answer without a reason', () => {
  const places = vendor('places', { standard: true, refusals: [habit('usual', '/panel')] });

  it("a product's own stands before that of servers in general", () => {
    const panel = vendor('panel', { refusals: [habit('usual', '/panel/')] });
    expect(heard([places, panel], 'https://example.test/panel/users')).toEqual(['panel/usual']);
    expect(heard([places, panel], 'https://example.test/panel')).toEqual(['places/usual']);
  });

  it('the first of a product counts', () => {
    const panel = vendor('panel', { refusals: [habit('usual-users', '/panel/users'), habit('usual', '/panel')] });
    expect(heard([panel], 'https://example.test/panel/users')).toEqual(['panel/usual-users']);
    expect(heard([panel], 'https://example.test/panel/logs')).toEqual(['panel/usual']);
  });

  it('none counts beside words of its product', () => {
    const words = {
      id: 'page',
      alone: true,
      when: [{ text: 'forbidden' }],
      causes: { 'server-rule': 'hints' },
    } as const;
    const panel = vendor('panel', {
      refusals: [{ ...words, says: 'shows its page', source: 'https://docs.example.test/' }, habit('usual', '/panel')],
    });
    expect(heard([panel], 'https://example.test/panel', 'Forbidden')).toEqual(['panel/page']);
  });

  it('a port is that of the URL, where it names one', () => {
    const panel = vendor('panel', {
      refusals: [{ ...habit('usual', '/'), when: [{ status: 403 }, { port: [8123, 9000] }] }],
    });
    expect(heard([panel], 'http://example.test:9000/')).toEqual(['panel/usual']);
    expect(heard([panel], 'http://example.test:90/')).toEqual([]);
    expect(heard([panel], 'http://example.test/')).toEqual([]);
  });
});

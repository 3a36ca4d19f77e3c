import { describe, expect, it } from 'vitest';
import combinedFormat from '../../src/logs/formats/combined.ts';
import { customFormat } from '../../src/logs/formats/custom.ts';
import haproxy from '../../src/logs/formats/haproxy.ts';
import { readJsonLine } from '../../src/logs/formats/json-lines.ts';
import type { AccessFormat } from '../../src/logs/model.ts';
import { showWall } from '../../src/logs/time.ts';

function read(format: AccessFormat, line: string) {
  const bytes = Buffer.from(line);
  const found = format.read(bytes, 0, bytes.length, bytes.indexOf(format.before ?? ''));
  if (!found || !('status' in found)) return found;
  return { ...found, wall: showWall(found.wall) };
}
const hitOf = (line: string) => {
  const bytes = Buffer.from(line);
  const hit = Buffer.byteLength(line.slice(0, /" \d{3} /.exec(line)?.index ?? 0));
  const found = combinedFormat.read(bytes, 0, bytes.length, hit);
  return found && 'status' in found ? { ...found, wall: showWall(found.wall) } : found;
};

describe('the combined format', () => {
  const common = { wall: '2026-01-31 23:59:58', method: 'GET', target: '/a?b=c', status: 403, user: '', agent: '' };
  it('is read without referer and agent, as common', () => {
    expect(hitOf('192.0.2.7 - - [31/Jan/2026:23:59:58 +0100] "GET /a?b=c HTTP/1.1" 403 153')).toEqual({
      ...common,
      client: '192.0.2.7',
    });
  });
  it('keeps a user name with a blank, an IPv6 client and the agent', () => {
    expect(
      hitOf('2001:db8::1 - Ann Lee [31/Jan/2026:23:59:58 +0100] "GET /a?b=c HTTP/1.1" 403 153 "-" "curl/8.5.0" extra'),
    ).toEqual({ ...common, client: '2001:db8::1', user: 'Ann Lee', agent: 'curl/8.5.0' });
  });
  it('takes the client behind a virtual host', () => {
    expect(hitOf('shop.example:443 192.0.2.7 - bob [31/Jan/2026:23:59:58 +0100] "GET /a?b=c HTTP/1.1" 403 1')).toEqual({
      ...common,
      client: '192.0.2.7',
      user: 'bob',
    });
  });
  it('does not take a status out of the user agent', () => {
    const line = '192.0.2.7 - - [31/Jan/2026:23:59:58 +0100] "GET / HTTP/1.1" 200 5 "-" "x \\" 403 y"';
    const bytes = Buffer.from(line);
    expect(combinedFormat.read(bytes, 0, bytes.length, line.indexOf('" 403'))).toBeNull();
  });
  it('does not read rubbish', () => {
    expect(hitOf('\u0000\u0001[[" 403 ]]')).toBeUndefined();
  });
});

describe('custom formats', () => {
  it('an nginx log_format directive of several strings, with the status of the upstream', () => {
    const format = customFormat(
      `log_format main '$remote_addr [$time_iso8601] $status "$request" '\n 'up=$upstream_status "$http_user_agent"';`,
    );
    expect(format.before).toBe('] ');
    expect(
      read(format, '192.0.2.1 [2026-01-31T10:00:00+01:00] 403 "POST /form HTTP/2.0" up=502, 403 "Mozilla/5.0"'),
    ).toEqual({
      wall: '2026-01-31 10:00:00',
      client: '192.0.2.1',
      method: 'POST',
      target: '/form',
      status: 403,
      user: '',
      agent: 'Mozilla/5.0',
      upstream: 403,
    });
  });
  it('an Apache LogFormat with conditions, escapes and the clock in brackets', () => {
    const format = customFormat('LogFormat "%v %a %t \\"%r\\" %>s %{User-Agent}i" mine');
    expect(read(format, 'shop.example 192.0.2.1 [31/Jan/2026:10:00:00 +0100] "GET /x HTTP/1.1" 401 curl/8')).toEqual({
      wall: '2026-01-31 10:00:00',
      client: '192.0.2.1',
      method: 'GET',
      target: '/x',
      status: 401,
      user: '',
      agent: 'curl/8',
    });
  });
  it('says what is missing in a format without a status', () => {
    expect(() => customFormat('$remote_addr $request')).toThrow('The log format holds no status.');
  });
  it('says which fields cannot be told apart', () => {
    expect(() => customFormat('$remote_addr$status')).toThrow('two fields with nothing between them (field 1)');
  });
});

describe('the HAProxy HTTP log', () => {
  const line = (state: string, status: number) =>
    `Jan 31 10:00:00 lb haproxy[14389]: 192.0.2.9:33317 [31/Jan/2026:10:00:00.655] web~ web/<NOSRV> 0/-1/-1/-1/0 ${status} 192 - - ${state} 1/1/0/0/0 0/0 "GET /admin HTTP/1.1"`;
  it('tells that a rule of HAProxy refused it', () => {
    const found = read(haproxy, line('PR--', 403));
    expect(found).toMatchObject({ client: '192.0.2.9', target: '/admin', status: 403, upstream: 'none' });
    expect(found && 'told' in found && found.told?.causes).toEqual(['server-rule', 'ip-refused', 'rate-limited']);
  });
  it('tells that a login rule of HAProxy wants credentials', () => {
    const found = read(haproxy, line('LR--', 401));
    expect(found && 'told' in found && found.told?.causes).toEqual(['credentials-missing', 'credentials-invalid']);
  });
  it('knows a rate limit by its number', () => {
    const found = read(haproxy, line('PR--', 429));
    expect(found && 'told' in found && found.told).toMatchObject({ causes: ['rate-limited'], known: true });
  });
});

describe('JSON lines', () => {
  it('Caddy', () => {
    const found = readJsonLine(
      '{"level":"info","ts":1769853600.5,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"192.0.2.4","client_ip":"192.0.2.5","method":"GET","host":"x","uri":"/private/","headers":{"User-Agent":["curl/8.5.0"]}},"user_id":"","status":403,"size":0}',
    );
    expect(found).toMatchObject({
      client: '192.0.2.5',
      method: 'GET',
      target: '/private/',
      status: 403,
      agent: 'curl/8.5.0',
    });
  });
  it('nginx with a whole request line and texts for numbers', () => {
    expect(
      readJsonLine(
        '{"time_local":"31/Jan/2026:10:00:00 +0100","remote_addr":"192.0.2.4","request":"PUT /a HTTP/1.1","status":"403","upstream_status":"-"}',
      ),
    ).toMatchObject({ method: 'PUT', target: '/a', status: 403, upstream: 'none' });
  });
  it('Envoy says by itself that a policy refused it', () => {
    expect(
      readJsonLine(
        '{"start_time":"2026-01-31T10:00:00Z","method":"GET","path":"/a","response_code":403,"response_code_details":"rbac_access_denied_matched_policy[none]"}',
      ),
    ).toMatchObject({ status: 403, told: { causes: ['server-rule'], known: true, detail: 'none' } });
  });
});

import type { Evidence, Facts, Reader } from '../model/evidence.ts';
import { cookiePairs, header, headersOf, queryOf } from '../model/http.ts';

// Names under which frameworks carry their tokens: Django, Rails, Laravel, Angular, Spring, ASP.NET, csurf, Phoenix, Yii, WordPress, JupyterHub.
const NAME =
  /^(?:x-)?(?:csrf|xsrf)(?:[-_]?(?:token|key|protection|middlewaretoken|param))?$|^(?:_?csrf(?:_?token)?|csrfmiddlewaretoken|authenticity_token|_token|__requestverificationtoken|requestverificationtoken|_wpnonce|x-wp-nonce|_xsrf|xsrf-token|csrf-token|x-csrftoken|anti-?csrf(?:-?token)?|antiforgery|form_key|formkey|x-atlassian-token|ocs-apirequest|requesttoken|crumb|jenkins-crumb|x-psrf-token|__host-csrf|__host-.{0,20}csrf.{0,20}|x-gwt-.{0,20}|_csrf_header|csrf_test_name|yii_csrf_token|\.aspnetcore\.antiforgery\..{0,60})$/i;
// What all of them hold: compiling the list itself takes a while at every start.
const LIKE = /[cx]srf|token|nonce|antiforgery|form_?key|apirequest|crumb|gwt-/i;

const reader: Reader = {
  id: 'csrf',
  read(exchange) {
    const { request } = exchange;
    const found: Evidence<'csrf'>[] = [];
    const add = (where: Facts['csrf']['where'], name: string, value: string, at: Evidence['at']): void => {
      if (LIKE.test(name) && NAME.test(name) && found.length < 20)
        found.push({ kind: 'csrf', fact: { where, name, value }, at, by: 'csrf' });
    };
    for (const [index, [name, value]] of request.headers.entries())
      add('header', name, value, [{ part: 'request', in: 'header', header: name, index }]);
    for (const { value, span } of headersOf(exchange, 'request', 'cookie'))
      for (const [name, cookie] of cookiePairs(value)) {
        const start = value.indexOf(`${name}=`);
        add('cookie', name, cookie, [
          { ...span, ...(start >= 0 && { start, end: start + name.length + 1 + cookie.length }) },
        ]);
      }
    for (const { name, value, start, end } of queryOf(request.url))
      add('query', name, value, [{ part: 'request', in: 'url', start, end }]);
    const body = request.body?.text.slice(0, 200_000) ?? '';
    const type = header(request, 'content-type')?.toLowerCase() ?? '';
    if (body && /urlencoded/.test(type)) {
      for (const { name, value, start, end } of queryOf(`?${body}`))
        add('body', name, value, [{ part: 'request', in: 'body', start: start - 1, end: end - 1 }]);
    } else if (body && /multipart/.test(type)) {
      for (const m of body.matchAll(/name="([^"\r\n]{1,60})"\r?\n\r?\n([^\r\n]{0,500})/g))
        add('body', m[1]!, m[2]!, [{ part: 'request', in: 'body', start: m.index, end: m.index + m[0].length }]);
    } else if (body) {
      for (const m of body.matchAll(/"([\w-]{4,40})"\s{0,5}:\s{0,5}"([^"\\]{1,500})"/g))
        add('body', m[1]!, m[2]!, [{ part: 'request', in: 'body', start: m.index, end: m.index + m[0].length }]);
    }
    return found;
  },
};

export default reader;

/** Text from a request or from an author, made safe to store and to show: one line, bounded, no secrets. */
export function plain(text: unknown, most = 300): string {
  const cut = String(text).slice(0, most * 2);
  const clean = cut
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    // Characters that reorder or hide what a reader sees (Unicode TR36): bidi controls, zero-width characters.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{0,2000}/g, '(token)')
    .replace(/\b(Bearer|Basic) [^ ,;]{1,600}/gi, '$1 (credentials)');
  return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A request target without what may be secret: values of the query, and segments that look like keys or tokens. */
export function redactTarget(target: string): string {
  const cut = target.slice(0, 2000);
  const mark = cut.indexOf('?');
  const path = (mark < 0 ? cut : cut.slice(0, mark)).split('/').map(redactSegment).join('/');
  if (mark < 0) return plain(path, 500);
  const names = cut
    .slice(mark + 1)
    .split('&')
    .slice(0, 30)
    .map((pair) => pair.split('=', 1)[0]);
  return plain(`${path}?${names.join('&')}`, 500);
}

function redactSegment(segment: string): string {
  const looksSecret = segment.length >= 24 && /\d/.test(segment) && /[A-Za-z]/.test(segment) && !UUID.test(segment);
  return looksSecret ? `${segment.slice(0, 4)}…` : segment;
}

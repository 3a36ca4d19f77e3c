// Path patterns: /user/4711/photo/9f8e…jpg is one path, however many users there are.

const MAX_SEGMENTS = 8;
const MAX_SEGMENT = 40;

/**
 * The pattern of a request target: query and path parameters left out, numbers and keys folded. At most 8 segments of 40
 * characters, the rest stands as `*` (a mark in Latin-1, as other strings take twice the memory). Long mixed segments become `{key}`, which also keeps tokens that stand in paths out of reports.
 */
export function foldPath(target: string): string {
  let path = target;
  if (path.charCodeAt(0) !== 47) {
    const absolute = /^[a-z]{2,10}:\/\/[^/?#]{0,255}/i.exec(path);
    if (absolute) path = path.slice(absolute[0].length) || '/';
    else return path === '' ? '(none)' : clip(cutAt(path));
  }
  path = cutAt(path.length > 2000 ? path.slice(0, 2000) : path);
  const segments = path.split('/');
  let folded = '';
  for (let i = 1; i < segments.length; i++) {
    if (i > MAX_SEGMENTS) return `${folded}/*`;
    folded += `/${foldSegment(segments[i]!)}`;
  }
  return folded;
}

function cutAt(path: string): string {
  for (let i = 0; i < path.length; i++) {
    const c = path.charCodeAt(i);
    if (c === 63 || c === 35 || c === 59) return path.slice(0, i);
  }
  return path;
}

function clip(text: string): string {
  return text.length > MAX_SEGMENT ? `${text.slice(0, MAX_SEGMENT - 1)}*` : text;
}

function foldSegment(segment: string): string {
  let digits = 0;
  for (let i = 0; i < segment.length; i++) {
    const c = segment.charCodeAt(i);
    if (c >= 48 && c <= 57) digits++;
  }
  if (digits === segment.length) return digits === 0 ? '' : '{id}';
  if (digits < 2 && segment.length < 24) return segment.includes('@') || segment.includes('%40') ? '{email}' : segment;
  const dot = segment.lastIndexOf('.');
  if (dot > 0 && /^\.[a-z0-9]{1,5}$/i.test(segment.slice(dot)) && !/^\.\d+$/.test(segment.slice(dot)))
    return foldName(segment.slice(0, dot), digits) + segment.slice(dot);
  return foldName(segment, digits);
}

function foldName(name: string, digits: number): string {
  if (name.includes('@') || name.includes('%40')) return '{email}';
  if (/^\d+$/.test(name)) return '{id}';
  if (/^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(name)) return '{uuid}';
  if (digits > 0 && /^(?:0x)?[0-9a-f]{8,}$/i.test(name)) return '{hex}';
  if (name.length >= 16 && digits >= 3 && /^[\w.~=%+-]+$/.test(name) && !/[a-z]{8}/i.test(name)) return '{key}';
  if (name.length >= 24 && digits >= 1 && /[a-z]/.test(name) && /[A-Z]/.test(name)) return '{key}';
  if (name.length >= 32 && !/[-_. ]/.test(name)) return '{key}';
  return clip(name.replace(/\d{3,}/g, '{id}'));
}

/** Whether two values carry one secret: with or without a scheme word and quotes, or the first one cut off. */
export function sameSecret(sent: string, other: string): boolean {
  const [a, b] = [bare(sent), bare(other)];
  return a.length >= 4 && (a === b || b.startsWith(a));
}

function bare(value: string): string {
  return value
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^[A-Za-z][\w-]{1,30}[\s:]+/, '')
    .replace(/^["']|["']$/g, '')
    .trim();
}

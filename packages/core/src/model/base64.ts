/** Whether a text has the form of a JSON Web Token (RFC 7519), signed or not. */
export function looksLikeJwt(text: string): boolean {
  return /^eyJ[\w-]{4,}\.[\w-]{4,}(?:\.[\w-]{0,})?$/.test(text);
}

/** Base64 as text, or undefined where it is none. */
export function decodeBase64(text: string): string | undefined {
  if (text.length > 20_000 || !/^[\w+/=-]*$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

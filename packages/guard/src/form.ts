/** How much of a form is read to find one field: what stands behind that, such as files, is never looked at. */
export const MOST_BYTES = 1_000_000;

/** A form's kind and, of a multipart one, what separates its parts. */
export interface FormType {
  readonly kind: 'urlencoded' | 'multipart';
  readonly type: string;
  readonly boundary: string | undefined;
}

/** Reads a `Content-Type`; undefined where it is no form's. */
export function formType(type: string | undefined): FormType | undefined {
  if (type === undefined || type.length > 500) return undefined;
  if (/^application\/x-www-form-urlencoded *(?:;|$)/i.test(type))
    return { kind: 'urlencoded', type, boundary: undefined };
  if (!/^multipart\/form-data *;/i.test(type)) return undefined;
  // RFC 2046 §5.1.1: 1 to 70 characters, in quotes or not.
  const found = /; *boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))/i.exec(type);
  const boundary = found?.[1] ?? found?.[2];
  return boundary === undefined ? undefined : { kind: 'multipart', type, boundary };
}

/** Takes the beginning of a form piece by piece, and says when the field that is looked for is there. */
export interface FormSearch {
  /** Whether enough has come: the field is whole, or cannot come any more. */
  add(chunk: Uint8Array): boolean;
  /** The field's value. Only the first of its name counts. */
  value(): Promise<string | undefined>;
}

const AMPERSAND = 38;

/** Looks for a field of a form. A multipart form is read no further than the part that holds it. */
export function searchForm(form: FormType, name: string): FormSearch {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let looked = 0;
  const isMultipart = form.kind === 'multipart';
  const delimiter = isMultipart ? `\r\n--${form.boundary}` : '&';
  const needle = Buffer.from(isMultipart ? `name="${name}"` : `${encodeURIComponent(name)}=`);
  let isCut = false;

  /** Whether the part with the field has come to its end. */
  function isWhole(): boolean {
    const text = Buffer.concat(chunks);
    let at = text.indexOf(needle);
    // A longer name may end as this one does.
    while (!isMultipart && at > 0 && text[at - 1] !== AMPERSAND) at = text.indexOf(needle, at + 1);
    return at >= 0 && text.indexOf(delimiter, at) >= 0;
  }
  return {
    add(chunk) {
      chunks.push(chunk);
      size += chunk.length;
      // Joining all of many small pieces each time would be quadratic.
      if (size <= MOST_BYTES && size < looked * 2) return false;
      looked = size;
      isCut = size > MOST_BYTES || isWhole();
      return isCut;
    },
    async value() {
      const bytes = Buffer.concat(chunks);
      if (isMultipart) return multipartField(bytes, form, name, delimiter);
      // What was cut within a field may be cut within this one.
      const whole = isCut ? bytes.subarray(0, Math.max(0, bytes.lastIndexOf(delimiter))) : bytes;
      return new URLSearchParams(whole.toString('utf8')).get(name) ?? undefined;
    },
  };
}

/** Cuts a form behind its last whole part and ends it there, so that the platform's own parser reads the rest. */
async function multipartField(
  bytes: Buffer,
  { type }: FormType,
  name: string,
  delimiter: string,
): Promise<string | undefined> {
  const last = bytes.lastIndexOf(delimiter);
  if (last < 0) return undefined;
  const body = Buffer.concat([bytes.subarray(0, last), Buffer.from(`${delimiter}--\r\n`)]);
  try {
    const value = (await new Response(body, { headers: { 'content-type': type } }).formData()).get(name);
    return typeof value === 'string' ? value : undefined;
  } catch {
    // A form that cannot be read has no fields.
    return undefined;
  }
}

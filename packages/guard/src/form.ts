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

/** Looks for a field of a form. A multipart form is read no further than the part that holds it. */
export function searchForm(form: FormType, name: string): FormSearch {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let looked = 0;
  let tooLong = false;
  const delimiter = `\r\n--${form.boundary}`;
  const needle = Buffer.from(`name="${name}"`);

  /** Whether the part with the field has come to its end. */
  function isWhole(): boolean {
    const text = Buffer.concat(chunks);
    const at = text.indexOf(needle);
    return at >= 0 && text.indexOf(delimiter, at) >= 0;
  }
  return {
    add(chunk) {
      if (size + chunk.length > MOST_BYTES) {
        tooLong = true;
        if (form.kind === 'urlencoded') return true;
      }
      chunks.push(chunk);
      size += chunk.length;
      if (tooLong) return true;
      // Joining all of many small pieces each time would be quadratic.
      if (form.kind === 'urlencoded' || size < looked * 2) return false;
      looked = size;
      return isWhole();
    },
    async value() {
      if (form.kind === 'urlencoded') {
        if (tooLong) return undefined;
        return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get(name) ?? undefined;
      }
      return multipartField(Buffer.concat(chunks), form, name, delimiter);
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

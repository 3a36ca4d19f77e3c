// Reads header blocks of HTTP/2 (HPACK, RFC 7541). Own code: Node keeps its decoder to itself, and the packages that have one are
// parts of servers or have not been looked after for years.
import type { Header } from '@why403/core';
import { HUFFMAN, STATIC_TABLE } from './hpack-tables.ts';

/** Reads the header blocks of one direction in their order. Throws where one cannot be read: all later ones are lost then. */
export interface HeaderDecoder {
  read(block: Uint8Array): readonly Header[];
}

/** Most bytes that a dynamic table may be asked to hold, and of all fields of one block (a small block can name a large field often). */
const MOST_TABLE = 1024 * 1024;
const MOST_FIELDS = 512 * 1024;

export function createHeaderDecoder(): HeaderDecoder {
  let table: Header[] = [];
  let size = 0;
  let most = 4096;
  const sizeOf = ([name, value]: Header): number => name.length + value.length + 32;
  const shrink = (to: number): void => {
    while (size > to && table.length > 0) size -= sizeOf(table.pop()!);
  };
  const add = (field: Header): void => {
    shrink(most - sizeOf(field));
    if (sizeOf(field) > most) {
      table = [];
      size = 0;
      return;
    }
    table.unshift(field);
    size += sizeOf(field);
  };
  const at = (index: number): Header => {
    const field = STATIC_TABLE[index - 1] ?? table[index - 1 - STATIC_TABLE.length];
    if (index < 1 || !field) throw new Error('no such field');
    return field;
  };
  return {
    read(block) {
      const reader = createReader(block);
      const fields: Header[] = [];
      let all = 0;
      while (!reader.isDone()) {
        const byte = reader.peek();
        if ((byte & 0xe0) === 0x20) {
          most = reader.number(5);
          if (most > MOST_TABLE) throw new Error('table too large');
          shrink(most);
          continue;
        }
        let field: Header;
        if (byte & 0x80) field = at(reader.number(7));
        else {
          const isKept = (byte & 0x40) !== 0;
          const index = reader.number(isKept ? 6 : 4);
          field = [index === 0 ? reader.text() : at(index)[0], reader.text()];
          if (isKept) add(field);
        }
        all += sizeOf(field);
        if (all > MOST_FIELDS) throw new Error('too many fields');
        fields.push(field);
      }
      return fields;
    },
  };
}

function createReader(bytes: Uint8Array) {
  let place = 0;
  const next = (): number => {
    const byte = bytes[place++];
    if (byte === undefined) throw new Error('cut off');
    return byte;
  };
  const number = (prefix: number): number => {
    const full = 2 ** prefix - 1;
    let value = next() & full;
    if (value < full) return value;
    for (let shift = 0; shift <= 28; shift += 7) {
      const byte = next();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Error('number too large');
  };
  return {
    isDone: () => place >= bytes.length,
    peek: () => bytes[place]!,
    number,
    text(): string {
      const isCoded = (bytes[place]! & 0x80) !== 0;
      const length = number(7);
      if (place + length > bytes.length) throw new Error('cut off');
      const part = bytes.subarray(place, place + length);
      place += length;
      return isCoded ? decodeHuffman(part) : Buffer.from(part).toString('latin1');
    },
  };
}

function decodeHuffman(bytes: Uint8Array): string {
  const out: number[] = [];
  let code = 0;
  let length = 0;
  let row = 0;
  for (const byte of bytes)
    for (let bit = 7; bit >= 0; bit--) {
      code = code * 2 + ((byte >> bit) & 1);
      length++;
      if (length < HUFFMAN[row]!.bits) continue;
      const { first, bytes: coded } = HUFFMAN[row]!;
      const found = coded[code - first];
      if (found === undefined) {
        if (++row >= HUFFMAN.length) throw new Error('no code');
        continue;
      }
      if (found === 256) throw new Error('the end inside');
      out.push(found);
      code = 0;
      length = 0;
      row = 0;
    }
  return Buffer.from(out).toString('latin1');
}

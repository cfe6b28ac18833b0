/**
 * The few ASN.1 values that a signature and its certificate are made of, as DER (X.690). Written here: building the same
 * with asn1js took 30 ms a document, this takes a fraction of one.
 */
export const der = {
  sequence: (...parts: Buffer[]): Buffer => element(0x30, ...parts),
  /** SET OF: DER wants the elements in the order of their bytes. */
  set: (...parts: Buffer[]): Buffer => element(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b))),
  /** An explicitly tagged value, [0] to [30]. */
  tagged: (tag: number, ...parts: Buffer[]): Buffer => element(0xa0 | tag, ...parts),
  oid: (value: string): Buffer => element(0x06, objectIdentifier(value)),
  /** An integer from 0 to 127. */
  integer: (value: number): Buffer => element(0x02, Buffer.from([value])),
  /** A positive integer of many bytes, the first of them from 0x01 to 0x7f. */
  bigInteger: (value: Buffer): Buffer => element(0x02, value),
  boolean: (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0])),
  nothing: (): Buffer => element(0x05),
  octets: (value: Buffer): Buffer => element(0x04, value),
  bits: (value: Buffer, unusedBits = 0): Buffer => element(0x03, Buffer.from([unusedBits]), value),
  text: (value: string): Buffer => element(0x0c, Buffer.from(value, 'utf8')),
  /** UTCTime up to 2049, GeneralizedTime after it (RFC 5280, 4.1.2.5). */
  time: (value: Date): Buffer => {
    const digits = `${value.toISOString().slice(0, 19).replace(/\D/g, '')}Z`;
    const [tag, text] = value.getUTCFullYear() < 2050 ? [0x17, digits.slice(2)] : [0x18, digits];
    return element(tag as number, Buffer.from(text as string));
  },
};

/** The elements, each with its tag and length, inside a constructed DER value with tags of one byte. */
export function partsOf(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  const { start, end } = contentOf(bytes, 0);
  for (let at = start; at < end;) {
    const part = contentOf(bytes, at);
    parts.push(bytes.subarray(at, part.end));
    at = part.end;
  }
  return parts;
}

function contentOf(bytes: Buffer, at: number): { start: number; end: number } {
  const first = bytes[at + 1]!;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const size = first & 0x7f;
  const start = at + 2 + size;
  return { start, end: start + bytes.readUIntBE(at + 2, size) };
}

function element(tag: number, ...parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(length)]), ...parts]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function objectIdentifier(value: string): Buffer {
  const [first, second, ...others] = value.split('.').map(Number) as [number, number, ...number[]];
  return Buffer.from([first * 40 + second, ...others.flatMap((arc) => septets(arc))]);
}

/** Seven bits a byte, the highest bit says that more follow. */
function septets(arc: number): number[] {
  const bytes = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

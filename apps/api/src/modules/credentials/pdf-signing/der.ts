/**
 * The few ASN.1 values that make up a signature, as DER (X.690). Our own code: building the same with asn1js took 30 ms
 * per document, this takes a fraction of a millisecond (docs/adr/0036).
 */
export const der = {
  sequence: (...parts: Buffer[]): Buffer => element(0x30, ...parts),
  /** SET OF: DER requires the elements sorted by their bytes. */
  set: (...parts: Buffer[]): Buffer => element(0x31, ...[...parts].sort((a, b) => Buffer.compare(a, b))),
  /** An explicitly tagged value, [0] to [30]. */
  tagged: (tag: number, ...parts: Buffer[]): Buffer => element(0xa0 | tag, ...parts),
  oid: (value: string): Buffer => element(0x06, objectIdentifier(value)),
  /** An integer from 0 to 127. */
  integer: (value: number): Buffer => element(0x02, Buffer.from([value])),
  nothing: (): Buffer => element(0x05),
  octets: (value: Buffer): Buffer => element(0x04, value),
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

/** Seven bits per byte; the highest bit marks that more follow. */
function septets(arc: number): number[] {
  const bytes = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

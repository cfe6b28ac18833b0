/**
 * The structure of the signature in a certificate's PDF (docs/adr/0019), rebuilt from its parts. The API has its own
 * copy in apps/api/src/modules/credentials; this one runs in a browser, and a test compares the two on the same files.
 */
const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
};
const tags = {
  integer: 0x02,
  octets: 0x04,
  nothing: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
};

/** Bytes of an RSA signature with a 2048-bit key. */
export const signatureBytes = 256;

/** The signed attributes of CAdES B-B, as a SET. */
export function signedAttributes(digest: Uint8Array, certificateHash: Uint8Array): Uint8Array {
  return element(tags.set, ...attributesInOrder(digest, certificateHash));
}

/** The complete CMS structure around a signature. */
export function signedData(parts: {
  digest: Uint8Array;
  certificate: Uint8Array;
  certificateHash: Uint8Array;
  signature: Uint8Array;
}): Uint8Array {
  const { serialNumber, issuer } = partsOfCertificate(parts.certificate);
  const digestAlgorithm = sequence(oid(oids.sha256));
  const one = element(tags.integer, Uint8Array.of(1));
  const signerInfo = sequence(
    one,
    sequence(issuer, serialNumber),
    digestAlgorithm,
    element(tags.context0, ...attributesInOrder(parts.digest, parts.certificateHash)),
    sequence(oid(oids.rsa), element(tags.nothing)),
    octets(parts.signature),
  );
  const content = sequence(
    one,
    element(tags.set, digestAlgorithm),
    sequence(oid(oids.data)),
    element(tags.context0, parts.certificate),
    element(tags.set, signerInfo),
  );
  return sequence(oid(oids.signedData), element(tags.context0, content));
}

/** Serial number, issuer and public key of one of the council's X.509 certificates (RFC 5280, 4.1). */
export function partsOfCertificate(certificate: Uint8Array): {
  serialNumber: Uint8Array;
  issuer: Uint8Array;
  publicKey: Uint8Array;
} {
  const [body] = childrenOf(certificate);
  const [, serialNumber, , issuer, , , publicKey] = body ? childrenOf(body) : [];
  if (!serialNumber || !issuer || !publicKey) throw new RangeError('not a certificate');
  return { serialNumber, issuer, publicKey };
}

function attributesInOrder(digest: Uint8Array, certificateHash: Uint8Array): Uint8Array[] {
  const attribute = (name: string, value: Uint8Array) => sequence(oid(name), element(tags.set, value));
  return [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
  ].sort(byBytes);
}

/** DER requires the elements of a SET to be sorted by their bytes. */
function byBytes(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at === -1 ? one.length - other.length : one[at]! - (other[at] ?? -1);
}

const sequence = (...parts: Uint8Array[]) => element(tags.sequence, ...parts);
const octets = (value: Uint8Array) => element(tags.octets, value);

function oid(value: string): Uint8Array {
  const [first = 0, second = 0, ...others] = value.split('.').map(Number);
  return element(tags.oid, Uint8Array.from([first * 40 + second, ...others.flatMap(septets)]));
}

function septets(arc: number): number[] {
  const bytes = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80);
  return bytes;
}

function element(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  const bytes = new Uint8Array(1 + size.length + length);
  bytes.set([tag, ...size]);
  let at = 1 + size.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function childrenOf(bytes: Uint8Array): Uint8Array[] {
  const children: Uint8Array[] = [];
  const { start, end } = contentOf(bytes, 0);
  for (let at = start; at < end;) {
    const child = contentOf(bytes, at);
    if (child.end <= at || child.end > bytes.length) throw new RangeError('not DER');
    children.push(bytes.subarray(at, child.end));
    at = child.end;
  }
  return children;
}

function contentOf(bytes: Uint8Array, at: number): { start: number; end: number } {
  const first = bytes[at + 1] ?? 0;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const start = at + 2 + (first & 0x7f);
  const length = bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { start, end: start + length };
}

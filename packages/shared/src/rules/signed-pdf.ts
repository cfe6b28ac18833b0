import { partsOfCertificate, signatureBytes, signedAttributes, signedData } from './cms-form.js';

/** One of the council's keys: its name and its X.509 certificate (DER). */
export interface PdfSignerCertificate {
  name: string;
  certificate: Uint8Array;
}

/** Cryptographic primitives, provided by WebCrypto in a browser. */
export interface SignatureMathematics {
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
  /** RSASSA-PKCS1-v1_5 with SHA-256; `publicKey` is a SubjectPublicKeyInfo. */
  verify(publicKey: Uint8Array, signature: Uint8Array, signed: Uint8Array): Promise<boolean>;
}

/** The title in the metadata of every certificate PDF. */
const title = '修了証';

/** Whether the bytes look like a PDF. PDF readers accept up to a kilobyte of other content before the header. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return binaryText(bytes.subarray(0, 1024)).includes('%PDF-');
}

/**
 * Whether one of these keys signed exactly these bytes. Must give the same answer as the check in the API. Never
 * throws.
 */
export async function isSignedByOneOf(
  bytes: Uint8Array,
  signers: readonly PdfSignerCertificate[],
  mathematics: SignatureMathematics,
): Promise<boolean> {
  const found = signatureIn(bytes);
  if (!found) return false;
  const { cms, covered } = found;
  const digest = await mathematics.sha256(covered);
  for (const { certificate } of signers) {
    const certificateHash = await mathematics.sha256(certificate);
    const signature = cms.subarray(-signatureBytes);
    if (!isSame(signedData({ digest, certificate, certificateHash, signature }), cms)) continue;
    const { publicKey } = partsOfCertificate(certificate);
    return mathematics.verify(publicKey, signature, signedAttributes(digest, certificateHash));
  }
  return false;
}

/**
 * Whether the file looks like a certificate of the council: it contains the certificate of one of the council's keys,
 * or the title and issuer of such a file. Does not mean that it is authentic.
 */
export function bearsMarksOf(bytes: Uint8Array, signers: readonly PdfSignerCertificate[]): boolean {
  const text = binaryText(bytes);
  const hex = text.toLowerCase();
  const titled = text.includes(utf8Text(title));
  return signers.some(
    ({ name, certificate }) => hex.includes(hexOf(certificate)) || (titled && text.includes(utf8Text(name))),
  );
}

/** The last signature in the file, if it covers the whole file except itself. */
function signatureIn(bytes: Uint8Array): { cms: Uint8Array; covered: Uint8Array } | undefined {
  const text = binaryText(bytes);
  const range = [...text.matchAll(/\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\]/g)].at(-1);
  if (!range) return undefined;
  const [start, end, rest] = range.slice(1).map(Number) as [number, number, number];
  if (end + rest !== bytes.length || end - start < 2 * signatureBytes) return undefined;
  const hex = /^<((?:[0-9a-f]{2})*)>$/.exec(text.slice(start, end))?.[1];
  if (hex === undefined) return undefined;
  const covered = new Uint8Array(start + rest);
  covered.set(bytes.subarray(0, start));
  covered.set(bytes.subarray(end), start);
  return { cms: Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16)), covered };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The bytes as a string with one character per byte. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** A text as UTF-8, with one character per byte. */
function utf8Text(text: string): string {
  return encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

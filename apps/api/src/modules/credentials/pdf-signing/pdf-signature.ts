import { createHash, type KeyObject, type X509Certificate } from 'node:crypto';

import { cmsLength, signCms, verifyCms } from './cms.js';
import { withSignatureField } from './pdf-update.js';

/** A key of the council with its certificate. */
export interface PdfSigner {
  privateKey: KeyObject;
  certificate: X509Certificate;
}

/**
 * Adds an invisible PAdES B-B signature (ETSI EN 319 142-1) that covers the whole file. The same file, key and instant
 * give the same bytes.
 * @throws Error if the file does not have the structure Typst writes
 */
export async function signPdf(pdf: Buffer, signer: PdfSigner, at: Date): Promise<Buffer> {
  const { bytes, start, end } = withSignatureField(pdf, cmsLength(signer.certificate), at);
  const cms = await signCms(digestAround(bytes, start, end), signer.privateKey, signer.certificate);
  bytes.write(`<${cms.toString('hex')}>`, start, 'latin1');
  return bytes;
}

/**
 * Whether this is, byte for byte, a file that `signPdf` made with this certificate's key. Never throws: anything that
 * is not a PDF is not ours. The certificate's validity period is ignored: a certificate of completion stays valid when
 * its signing key expires.
 */
export function verifyPdfSignature(bytes: Buffer, trustedCertificate: X509Certificate): boolean {
  const ranges = [
    ...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\]/g),
  ];
  const range = ranges.at(-1);
  if (!range) return false;
  const [start, end, rest] = range.slice(1).map(Number) as [number, number, number];
  const expected = cmsLength(trustedCertificate);
  if (end - start !== expected * 2 + 2 || end + rest !== bytes.length) return false;
  const hex = /^<([0-9a-f]*)>$/.exec(bytes.toString('latin1', start, end))?.[1];
  if (hex === undefined) return false;
  return verifyCms(Buffer.from(hex, 'hex'), digestAround(bytes, start, end), trustedCertificate);
}

function digestAround(bytes: Buffer, start: number, end: number): Buffer {
  return createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest();
}

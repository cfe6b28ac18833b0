import type { SignerView } from '@kizuna/shared/contracts/verification';
import {
  bearsMarksOf,
  isSignedByOneOf,
  looksLikePdf,
  type SignatureMathematics,
} from '@kizuna/shared/rules/signed-pdf';
import { largestCertificateBytes, type FileOutcome } from '@kizuna/shared/vocabulary/verification';

/** The result of the check on this device; only the server knows whether the file is in the ledger. */
export interface FileFinding {
  sha256: string;
  finding: Exclude<FileOutcome, 'recorded'>;
}

/** Why a chosen file is not checked at all: an error code. */
export type FileRefusal = 'verification.file_too_large' | 'verification.file_not_pdf';

/** The reason why the file cannot be a certificate; undefined if it may be one. */
export async function refusalOf(file: Blob): Promise<FileRefusal | undefined> {
  if (file.size > largestCertificateBytes) return 'verification.file_too_large';
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  return looksLikePdf(head) ? undefined : 'verification.file_not_pdf';
}

/**
 * Checks a file in the browser: computes its SHA-256 and verifies its signature with the council's certificates.
 * @returns undefined if the browser has no WebCrypto (a page without https): then the file has to be sent
 */
export async function examine(file: Blob, signers: readonly SignerView[]): Promise<FileFinding | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const known = signers.map(({ name, certificate }) => ({ name, certificate: bytesOf(certificate) }));
  const signed = await isSignedByOneOf(bytes, known, mathematics);
  const digest = await mathematics.sha256(bytes);
  return {
    sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    finding: signed ? 'signed' : bearsMarksOf(bytes, known) ? 'altered' : 'foreign',
  };
}

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
const mathematics: SignatureMathematics = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes))),
  verify: async (publicKey, signature, signed) => {
    const key = await crypto.subtle.importKey('spki', Uint8Array.from(publicKey), rsa, false, ['verify']);
    return crypto.subtle.verify(rsa, key, Uint8Array.from(signature), Uint8Array.from(signed));
  },
};

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

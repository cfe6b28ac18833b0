/** Largest file that is looked at, in bytes; a certificate has at most 150 kB. */
export const largestCertificateBytes = 2 * 1024 * 1024;

/**
 * The SHA-256 of a file in 64 hex digits, computed in the browser.
 * @returns undefined where the browser offers no such thing (a page without https)
 */
export async function sha256Of(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

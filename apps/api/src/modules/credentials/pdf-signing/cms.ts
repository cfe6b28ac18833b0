import { promisify } from 'node:util';
import { createHash, sign, verify, type KeyObject, type X509Certificate } from 'node:crypto';

import { der, partsOf } from './der.js';

/** Off the main thread: RSA takes too long to block a request. */
const signed = promisify(sign);

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
};

/** RSA, 2048 bits: a signature always has this many bytes, so the length of a CMS is known in advance. */
const signatureBytes = 256;

/**
 * Signs a SHA-256 digest: detached CMS SignedData (RFC 5652) with the signed attributes of CAdES B-B (ETSI EN 319
 * 122-1) as used by PAdES B-B; the time is in the PDF. The same key and digest give the same bytes.
 */
export async function signCms(
  digest: Buffer,
  privateKey: KeyObject,
  certificate: X509Certificate,
): Promise<Buffer> {
  const signature = await signed('sha256', der.set(...signedAttributes(digest, certificate)), privateKey);
  return signedData(digest, certificate, signature);
}

/** The length in bytes of the CMS that `signCms` makes with this certificate. */
export function cmsLength(certificate: X509Certificate): number {
  return signedData(Buffer.alloc(32), certificate, Buffer.alloc(signatureBytes)).length;
}

/**
 * Whether `signCms` made this CMS from the digest with the certificate's key. The whole CMS is rebuilt around the
 * signature and compared, because a CMS has fields that its signature does not cover.
 */
export function verifyCms(cms: Buffer, digest: Buffer, certificate: X509Certificate): boolean {
  const signature = cms.subarray(-signatureBytes);
  if (signature.length !== signatureBytes || !signedData(digest, certificate, signature).equals(cms))
    return false;
  return verify(
    'sha256',
    der.set(...signedAttributes(digest, certificate)),
    certificate.publicKey,
    signature,
  );
}

function signedAttributes(digest: Buffer, certificate: X509Certificate): Buffer[] {
  const attribute = (oid: string, value: Buffer) => der.sequence(der.oid(oid), der.set(value));
  // ESSCertIDv2 (RFC 5035): the hash is SHA-256, which is the default and therefore omitted
  const certificateId = der.sequence(der.octets(sha256(certificate.raw)));
  return [
    attribute(oids.contentType, der.oid(oids.data)),
    attribute(oids.messageDigest, der.octets(digest)),
    attribute(oids.signingCertificateV2, der.sequence(der.sequence(certificateId))),
  ];
}

function signedData(digest: Buffer, certificate: X509Certificate, signature: Buffer): Buffer {
  const digestAlgorithm = der.sequence(der.oid(oids.sha256));
  const attributes = der.set(...signedAttributes(digest, certificate));
  // [0] IMPLICIT SET OF: the same bytes with the context-specific tag
  attributes[0] = 0xa0;
  const signerInfo = der.sequence(
    der.integer(1),
    issuerAndSerialNumber(certificate),
    digestAlgorithm,
    attributes,
    der.sequence(der.oid(oids.rsa), der.nothing()),
    der.octets(signature),
  );
  const content = der.sequence(
    der.integer(1),
    der.set(digestAlgorithm),
    der.sequence(der.oid(oids.data)),
    der.tagged(0, certificate.raw),
    der.set(signerInfo),
  );
  return der.sequence(der.oid(oids.signedData), der.tagged(0, content));
}

/** From the body of the X.509 certificate: version, serial number, algorithm, issuer, … (RFC 5280, 4.1). */
function issuerAndSerialNumber(certificate: X509Certificate): Buffer {
  const [body] = partsOf(certificate.raw);
  const [, serialNumber, , issuer] = partsOf(body!);
  return der.sequence(issuer!, serialNumber!);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

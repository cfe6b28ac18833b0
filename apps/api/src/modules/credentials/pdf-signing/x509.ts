import { webcrypto } from 'node:crypto';

import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** A private key (PKCS #8) and its X.509 certificate, both PEM. */
export interface KeyPair {
  privateKey: string;
  certificate: string;
}

/** RFC 5280, appendix A: ub-common-name. */
const longestName = 64;
const years = 10;
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};

/**
 * Creates an RSA key of 2048 bits and a self-signed certificate for it: valid for ten years, for non-repudiable
 * signatures (digitalSignature, nonRepudiation) and nothing else.
 */
export async function makeKeyPair(commonName: string, now: Date): Promise<KeyPair> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  // As an object: a string would be parsed for quotes and escapes
  const name = new x509.Name([{ CN: [{ utf8String: [...commonName].slice(0, longestName).join('') }] }]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name,
    notBefore: now,
    notAfter: until,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    privateKey: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    certificate: certificate.toString('pem'),
  };
}

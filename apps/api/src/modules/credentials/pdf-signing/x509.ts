import { createHash, generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';

import { der } from './der.js';

/** A private key (PKCS #8) and its X.509 certificate, both PEM. */
export interface KeyPair {
  privateKey: string;
  certificate: string;
}

const generate = promisify(generateKeyPair);

const oids = {
  sha256WithRsa: '1.2.840.113549.1.1.11',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
};

/** RFC 5280, appendix A: ub-common-name. */
const longestName = 64;
const years = 10;

/**
 * Makes an RSA key of 2048 bits and a certificate for it, signed by itself: valid for ten years, for signatures that
 * cannot be denied (digitalSignature, nonRepudiation) and nothing else.
 */
export async function makeKeyPair(commonName: string, now: Date): Promise<KeyPair> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const algorithm = der.sequence(der.oid(oids.sha256WithRsa), der.nothing());
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  const named = der.sequence(
    der.oid(oids.commonName),
    der.text([...commonName].slice(0, longestName).join('')),
  );
  const name = der.sequence(der.set(named));
  const subjectKey = publicKey.export({ type: 'spki', format: 'der' });
  const body = der.sequence(
    der.tagged(0, der.integer(2)),
    der.bigInteger(serialNumber()),
    algorithm,
    name,
    der.sequence(der.time(now), der.time(until)),
    name,
    subjectKey,
    der.tagged(3, extensions(subjectKey)),
  );
  const certificate = der.sequence(body, algorithm, der.bits(sign('sha256', body, privateKey)));
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: pem(certificate),
  };
}

function extensions(subjectKey: Buffer): Buffer {
  const critical = (oid: string, value: Buffer) =>
    der.sequence(der.oid(oid), der.boolean(true), der.octets(value));
  const identifier = createHash('sha256').update(subjectKey).digest().subarray(0, 20);
  return der.sequence(
    critical(oids.basicConstraints, der.sequence()),
    // The two highest bits: digitalSignature and nonRepudiation
    critical(oids.keyUsage, der.bits(Buffer.from([0xc0]), 6)),
    der.sequence(der.oid(oids.subjectKeyIdentifier), der.octets(der.octets(identifier))),
  );
}

/** 127 random bits, positive and without a leading zero byte. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes;
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

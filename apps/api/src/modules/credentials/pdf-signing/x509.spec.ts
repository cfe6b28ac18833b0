import { createPrivateKey, X509Certificate } from 'node:crypto';

import { beforeAll, describe, expect, it } from '@jest/globals';

import { makeKeyPair } from './x509.js';

const now = new Date('2026-06-10T01:00:00Z');
const names = ['古河市社会福祉協議会', 'A "quoted", O=x+y', `${'𠮷'.repeat(70)}`];

describe.each(names)('the certificate of %s', (name) => {
  let certificate: X509Certificate;
  let privateKey: string;

  beforeAll(async () => {
    const pair = await makeKeyPair(name, now);
    certificate = new X509Certificate(pair.certificate);
    privateKey = pair.privateKey;
  });

  it('has the name letter by letter, up to 64 characters', () => {
    const expected = [...name].slice(0, 64).join('');
    expect(certificate.toLegacyObject().subject).toMatchObject({ CN: expected });
    expect(certificate.subject).toBe(certificate.issuer);
  });

  it('is signed by its own key', () => {
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
  });

  it('lasts ten years and is no authority', () => {
    expect(new Date(certificate.validFrom)).toEqual(now);
    expect(new Date(certificate.validTo)).toEqual(new Date('2036-06-10T01:00:00Z'));
    expect(certificate.ca).toBe(false);
  });
});

import { sign } from 'node:crypto';

import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { compactVerify, CompactSign } from 'jose';

import { canonize } from './credentials.canonical.js';
import { loaderWith } from './credentials.contexts.js';
import { jwtPayload, secondsOf } from './credentials.document.policy.js';
import type { CredentialSigner, PublishedKey } from './keys/signing-key.service.js';

const jwtAlgorithm = 'ES256';
const jwtType = 'vc+jwt';

/**
 * The document with a Data Integrity proof (eddsa-rdfc-2022). The same document, key and instant give the same bytes.
 */
export function withProof(
  document: Record<string, unknown>,
  did: string,
  signer: CredentialSigner,
  at: Date,
): Promise<Record<string, unknown>> {
  const suite = new DataIntegrityProof({
    cryptosuite: { ...cryptosuite, canonize },
    date: secondsOf(at),
    signer: {
      id: signer.methodId,
      algorithm: 'Ed25519',
      sign: ({ data }) => Promise.resolve(new Uint8Array(sign(null, data, signer.privateKey))),
    },
  });
  // The library writes the proof into its argument
  return issue({ credential: { ...document }, suite, documentLoader: loaderWith(did, []), now: at });
}

/** The same with the proof as the only item of a list, as the schema of Open Badges 3.0 requires. */
export async function withListedProof(
  ...args: Parameters<typeof withProof>
): Promise<Record<string, unknown>> {
  const { proof, ...document } = await withProof(...args);
  return { ...document, proof: [proof] };
}

/** Whether the proof was made by one of these keys over exactly this document. */
export async function hasValidProof(
  document: Record<string, unknown>,
  did: string,
  keys: readonly PublishedKey[],
  now: Date,
): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential: document,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderWith(did, keys),
    now,
    // The status is read from the database, not from the list generated from it
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  return verified;
}

/** The document as VC-JWT (VC-JOSE-COSE). */
export function asJwt(document: Record<string, unknown>, signer: CredentialSigner): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(jwtPayload(document))))
    .setProtectedHeader({ alg: jwtAlgorithm, typ: jwtType, kid: signer.methodId })
    .sign(signer.privateKey);
}

/** The payload signed by one of these keys, or null. We choose the algorithm, not the token. */
export async function signedText(jwt: string, keys: readonly PublishedKey[]): Promise<string | null> {
  try {
    const { payload } = await compactVerify(
      jwt,
      (header) => {
        const known = keys.find(({ method }) => method.id === header.kid && method.type === 'JsonWebKey');
        if (!known || header.typ !== jwtType) throw new Error('not one of our keys');
        return known.key;
      },
      { algorithms: [jwtAlgorithm] },
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(payload);
  } catch {
    return null;
  }
}

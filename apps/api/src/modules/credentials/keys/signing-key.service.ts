import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';

import { fromJwk } from '@digitalbazaar/ed25519-multikey';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { CredentialsIssuer } from '../credentials.issuer.js';
import { SigningKeyRepository, type SigningKey } from './signing-key.repository.js';

/** A public key as shown in the DID document. `id`: its address, with the key itself as the fragment. */
export interface VerificationMethod {
  id: string;
  type: 'Multikey' | 'JsonWebKey';
  controller: string;
  publicKeyMultibase?: string;
  publicKeyJwk?: JsonWebKey;
}

/** A published key that signatures can be checked with. */
export interface PublishedKey {
  method: VerificationMethod;
  key: KeyObject;
}

/** A key to sign with, and the address under which its public part is published. */
export interface CredentialSigner {
  methodId: string;
  privateKey: KeyObject;
}

type CredentialPurpose = 'credential' | 'credential_jwt';

const generate = promisify(generateKeyPair);

/**
 * The keys for credentials (docs/adr/0024): Ed25519 for Data Integrity, P-256 for JWT. Created on first use, in the
 * transaction that needs them; the rows are read each time, but parsing, the expensive part, is cached.
 */
@Injectable()
export class SigningKeyService {
  private readonly published = new Map<string, Promise<PublishedKey>>();
  private readonly parsed = new Map<string, Promise<CredentialSigner>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: SigningKeyRepository,
    private readonly issuer: CredentialsIssuer,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The active key for the purpose; creates it if there is none. */
  async signer(purpose: CredentialPurpose): Promise<CredentialSigner> {
    return this.signerOf((await this.keys.findActive(purpose)) ?? (await this.made(purpose)));
  }

  /** The active key, or null if none has been created yet. */
  async findSigner(purpose: CredentialPurpose): Promise<CredentialSigner | null> {
    const key = await this.keys.findActive(purpose);
    return key ? this.signerOf(key) : null;
  }

  /** All keys that ever signed credentials, active ones first. */
  async listPublished(): Promise<PublishedKey[]> {
    return Promise.all((await this.keys.listPublic()).map((pem) => this.publishedOf(pem)));
  }

  private made(purpose: CredentialPurpose): Promise<SigningKey> {
    return this.transactions.run(async () => {
      await this.keys.lock(purpose);
      const meanwhile = await this.keys.findActive(purpose);
      if (meanwhile) return meanwhile;
      const pair = await newPair(purpose);
      const key: SigningKey = {
        id: this.ids.next(),
        purpose,
        certificate: null,
        privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
        publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }) as string,
      };
      await this.keys.insert(key, this.clock.now());
      return key;
    });
  }

  private signerOf(key: SigningKey): Promise<CredentialSigner> {
    return kept(this.parsed, key.id, async () => ({
      methodId: (await this.publishedOf(key.publicKey!)).method.id,
      privateKey: createPrivateKey(key.privateKey),
    }));
  }

  private publishedOf(pem: string): Promise<PublishedKey> {
    return kept(this.published, pem, async () => {
      const key = createPublicKey(pem);
      return { key, method: await methodOf(key, this.issuer.did) };
    });
  }
}

function newPair(purpose: CredentialPurpose): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  return purpose === 'credential' ? generate('ed25519') : generate('ec', { namedCurve: 'P-256' });
}

async function methodOf(key: KeyObject, controller: string): Promise<VerificationMethod> {
  const jwk = key.export({ format: 'jwk' });
  if (key.asymmetricKeyType === 'ed25519') {
    const { publicKeyMultibase } = await (await fromJwk({ jwk })).export({ publicKey: true });
    return { id: `${controller}#${publicKeyMultibase}`, type: 'Multikey', controller, publicKeyMultibase };
  }
  // RFC 7638: the thumbprint identifies the key regardless of how it is written
  const { crv, kty, x, y } = jwk;
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  const publicKeyJwk = { kty, crv, x, y, alg: 'ES256', kid: thumbprint };
  return { id: `${controller}#${thumbprint}`, type: 'JsonWebKey', controller, publicKeyJwk };
}

function kept<T>(store: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = store.get(name);
  if (known) return known;
  const value = make();
  store.set(name, value);
  return value;
}

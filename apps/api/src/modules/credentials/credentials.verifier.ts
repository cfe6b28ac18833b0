import { isDeepStrictEqual } from 'node:util';

import type { CredentialVerdict } from '@kizuna/shared/contracts/credentials';
import type { CredentialRefusal } from '@kizuna/shared/vocabulary/credentials';
import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader } from 'jose';

import { Clock } from '../../platform/clock/clock.js';
import { unbakePng, unbakeSvg } from './badges/badge.baking.js';
import { contexts } from './credentials.document.policy.js';
import { CredentialsIssuer } from './credentials.issuer.js';
import { hasValidProof, signedText } from './credentials.proof.js';
import { CredentialsReader, type GivenCredential } from './credentials.reader.js';
import { parseStrictJson } from './credentials.strict-json.js';
import { SigningKeyService } from './keys/signing-key.service.js';

type Facts = NonNullable<CredentialVerdict['credential']>;

/** The result of the check. `sourceId`: what the credential attests, for the module that knows more about it. */
export type CredentialFinding =
  | { outcome: 'refused'; reason: CredentialRefusal }
  | { outcome: 'valid' | 'revoked'; sourceId: string; credential: Facts };

/** The longest credential accepted, in characters; ours have about 2,500. */
const longestText = 64_000;

const uuid = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Checks credentials of this council only. Two conditions must hold: the credential is exactly what was issued, and its
 * signature is by one of our keys. The comparison comes first, so that input made up by a stranger is never
 * canonicalised.
 */
@Injectable()
export class CredentialsVerifier {
  constructor(
    private readonly reader: CredentialsReader,
    private readonly keys: SigningKeyService,
    private readonly issuer: CredentialsIssuer,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts a credential as object or text, as JWT, or inside a picture (SVG text, PNG as data URL). Never throws
   * because of its content.
   */
  async verify(input: object | string): Promise<CredentialFinding> {
    const text = typeof input === 'string' ? textIn(input) : JSON.stringify(input);
    if (text === undefined || text.length > longestText) return refused('unreadable');
    return text.startsWith('{') ? this.verifyJsonLd(text) : this.verifyJwt(text);
  }

  private async verifyJsonLd(text: string): Promise<CredentialFinding> {
    const document = parseStrictJson(text);
    if (!document) return refused('unreadable');
    const proof = onlyProof(document['proof']);
    const fault = this.faultOfDocument(document) ?? faultOfProof(proof);
    if (fault) return refused(fault);
    const keys = await this.keys.listPublished();
    const { verificationMethod } = proof as { verificationMethod: string };
    if (!keys.some(({ method }) => method.id === verificationMethod && method.type === 'Multikey'))
      return refused('key');
    const sourceId = sourceOf(document);
    const given = sourceId === undefined ? null : await this.reader.find(sourceId);
    if (!sourceId || !given) return refused('unknown');
    if (!isDeepStrictEqual(document, JSON.parse(given.jsonLd))) return refused('altered');
    if (!(await hasValidProof(document, this.issuer.did, keys, this.clock.now())))
      return refused('signature');
    return found(sourceId, given);
  }

  private async verifyJwt(token: string): Promise<CredentialFinding> {
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return refused('unreadable');
    const keys = await this.keys.listPublished();
    const fault = this.faultOfHeader(token);
    if (fault) return refused(fault);
    const document = parseStrictJson(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8'));
    if (!document) return refused('unreadable');
    const faultInside = this.faultOfDocument(document);
    if (faultInside) return refused(faultInside);
    if (!keys.some(({ method }) => method.id === decodeProtectedHeader(token).kid)) return refused('key');
    const sourceId = sourceOf(document);
    const given = sourceId === undefined ? null : await this.reader.find(sourceId);
    if (!sourceId || !given) return refused('unknown');
    if (token !== given.jwt) return refused('altered');
    return (await signedText(token, keys)) === null ? refused('signature') : found(sourceId, given);
  }

  private faultOfDocument(document: Record<string, unknown>): CredentialRefusal | null {
    const issuer = document['issuer'];
    const issuerId = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;
    if (typeof issuerId === 'string' && issuerId !== this.issuer.did) return 'issuer';
    const expected = ['VerifiableCredential', 'OpenBadgeCredential'];
    const right =
      issuerId !== undefined &&
      isDeepStrictEqual(document['@context'], [...contexts]) &&
      isDeepStrictEqual(document['type'], expected);
    return right ? null : 'form';
  }

  private faultOfHeader(token: string): CredentialRefusal | null {
    try {
      const { alg, typ, kid } = decodeProtectedHeader(token);
      if (alg !== 'ES256') return 'key';
      return typ === 'vc+jwt' && typeof kid === 'string' ? null : 'form';
    } catch {
      return 'unreadable';
    }
  }
}

function textIn(input: string): string | undefined {
  const png = /^data:image\/png;base64,([A-Za-z0-9+/=]+)$/.exec(input)?.[1];
  if (png !== undefined) return unbakePng(Buffer.from(png, 'base64'))?.trim();
  const text = input.replace(/^\ufeff/, '').trim();
  return text.startsWith('<') ? unbakeSvg(text)?.trim() : text;
}

/** The single proof: in a list, or by itself as in credentials issued before 2026-12. */
function onlyProof(proof: unknown): unknown {
  return Array.isArray(proof) && proof.length === 1 ? proof[0] : proof;
}

/** Checks that a proof has the same members as ours and no others. */
function faultOfProof(proof: unknown): CredentialRefusal | null {
  if (typeof proof !== 'object' || proof === null || Array.isArray(proof)) return 'form';
  const { type, cryptosuite, proofPurpose, proofValue, verificationMethod } = proof as Record<
    string,
    unknown
  >;
  const members = Object.keys(proof).toSorted().join(' ');
  const ours = 'created cryptosuite proofPurpose proofValue type verificationMethod';
  const right =
    members === ours &&
    type === 'DataIntegrityProof' &&
    cryptosuite === 'eddsa-rdfc-2022' &&
    proofPurpose === 'assertionMethod' &&
    typeof proofValue === 'string' &&
    typeof verificationMethod === 'string';
  return right ? null : 'form';
}

function sourceOf(document: Record<string, unknown>): string | undefined {
  return typeof document['id'] === 'string' ? uuid.exec(document['id'])?.[1] : undefined;
}

function refused(reason: CredentialRefusal): CredentialFinding {
  return { outcome: 'refused', reason };
}

function found(sourceId: string, given: GivenCredential): CredentialFinding {
  const { issuer, validFrom, awardedDate, credentialSubject } = JSON.parse(given.jsonLd) as {
    issuer: { name: string };
    validFrom: string;
    awardedDate: string;
    credentialSubject: {
      licenseNumber: string;
      identifier: [{ identityHash: string }];
      achievement: { name: string };
    };
  };
  return {
    outcome: given.revokedAt ? 'revoked' : 'valid',
    sourceId,
    credential: {
      number: credentialSubject.licenseNumber,
      name: credentialSubject.identifier[0].identityHash,
      achievement: credentialSubject.achievement.name,
      issuer: issuer.name,
      awardedOn: awardedDate.slice(0, 10),
      validFrom,
    },
  };
}

import { randomInt } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import {
  achievementDocument,
  credentialDocument,
  type Claim,
  type CredentialAddresses,
  type StoredCredential,
} from './credentials.document.policy.js';
import { CredentialsIssuer } from './credentials.issuer.js';
import { asJwt, withListedProof } from './credentials.proof.js';
import { CredentialsRepository, type NewCredential, type Place } from './credentials.repository.js';
import { statusListLength } from './credentials.status-list.js';
import { SigningKeyService } from './keys/signing-key.service.js';

/**
 * If nearly all of this many random positions per credential are taken, the list counts as full and the next is opened.
 */
const placesTried = 8;

/**
 * Issues verifiable credentials (Open Badges 3.0) and revokes them, in the transaction of the change that causes it.
 */
@Injectable()
export class CredentialsService {
  constructor(
    private readonly repository: CredentialsRepository,
    private readonly keys: SigningKeyService,
    private readonly issuer: CredentialsIssuer,
    private readonly clock: Clock,
  ) {}

  /** The credentials of sources in the given order, in both forms. Repeated calls return those issued first. */
  async issue(claims: readonly Claim[]): Promise<StoredCredential[]> {
    const sourceIds = claims.map(({ sourceId }) => sourceId);
    await this.repository.lockSources(sourceIds);
    const given = await this.repository.given(sourceIds);
    const now = this.clock.now();
    for (;;) {
      const open = claims.filter(({ sourceId }) => !given.has(sourceId));
      if (open.length === 0) return sourceIds.map((sourceId) => given.get(sourceId)!);
      await this.saveAchievements(open, now);
      const made = await this.signed(open, await this.freePlaces(open.length, now), now);
      const kept = await this.repository.insert(made, now);
      for (const { sourceId, jsonLd, jwt } of made)
        if (kept.has(sourceId)) given.set(sourceId, { jsonLd, jwt });
    }
  }

  /** Sets the revocation bit of a credential permanently; does nothing for a source without a credential. */
  async revoke(sourceId: string): Promise<void> {
    await this.repository.revoke(sourceId, this.clock.now());
  }

  /** Chosen at random, so that a position reveals nothing about the order of issue. */
  private async freePlaces(count: number, now: Date): Promise<Place[]> {
    let listNumber = await this.repository.openList(now);
    for (;;) {
      const tried = new Set(Array.from({ length: placesTried * count }, () => randomInt(statusListLength)));
      const taken = await this.repository.takenOf(listNumber, [...tried]);
      const free = [...tried].filter((index) => !taken.has(index)).slice(0, count);
      if (free.length === count) return free.map((statusIndex) => ({ listNumber, statusIndex }));
      listNumber = await this.repository.addList(listNumber + 1, now);
    }
  }

  private async signed(
    claims: readonly Claim[],
    places: readonly Place[],
    now: Date,
  ): Promise<NewCredential[]> {
    const [proof, jwt] = [await this.keys.signer('credential'), await this.keys.signer('credential_jwt')];
    const made: NewCredential[] = [];
    for (const [index, claim] of claims.entries()) {
      const place = places[index]!;
      const document = credentialDocument(
        claim,
        this.addressesOf(claim, place.listNumber),
        place.statusIndex,
      );
      const jsonLd = JSON.stringify(await withListedProof(document, this.issuer.did, proof, now));
      made.push({ sourceId: claim.sourceId, ...place, jsonLd, jwt: await asJwt(document, jwt) });
    }
    return made;
  }

  private async saveAchievements(claims: readonly Claim[], now: Date): Promise<void> {
    const documents = new Map(
      claims.map((claim) => [
        claim.achievement.id,
        JSON.stringify(achievementDocument(claim, this.addressesOf(claim, 0))),
      ]),
    );
    for (const [id, document] of documents) await this.repository.saveAchievement(id, document, now);
  }

  private addressesOf(claim: Claim, listNumber: number): CredentialAddresses {
    return {
      did: this.issuer.did,
      origin: this.issuer.origin,
      achievement: this.issuer.achievementUrl(claim.achievement.id),
      badge: this.issuer.badgeUrl(),
      statusList: this.issuer.statusListUrl(listNumber),
    };
  }
}

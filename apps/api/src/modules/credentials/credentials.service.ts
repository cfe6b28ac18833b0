import { randomInt } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Clock } from '../../platform/clock/clock.js';
import {
  achievementDocument,
  credentialDocument,
  type Claim,
  type CredentialAddresses,
  type StoredCredential,
} from './credentials.document.policy.js';
import { CredentialIssuer } from './credentials.issuer.js';
import { CredentialKeys } from './credentials.keys.service.js';
import { asJwt, withProof } from './credentials.proof.js';
import { CredentialRepository, type Place } from './credentials.repository.js';
import { statusListLength } from './credentials.status-list.js';

/** So many random places that are all taken say that a list is full enough: then the next one is opened. */
const placesTried = 8;

/** Gives out verifiable credentials (Open Badges 3.0) and takes them back, in the transaction of their cause. */
@Injectable()
export class Credentials {
  constructor(
    private readonly repository: CredentialRepository,
    private readonly keys: CredentialKeys,
    private readonly issuer: CredentialIssuer,
    private readonly clock: Clock,
  ) {}

  /** The credential of a source, in both forms. Asked for again: the one that was given first. */
  async issue(m: EntityManager, claim: Claim): Promise<StoredCredential> {
    await this.repository.lockSource(m, claim.sourceId);
    const given = await this.repository.find(m, claim.sourceId);
    if (given) return given;
    const now = this.clock.now();
    await this.saveAchievement(m, claim, now);
    for (;;) {
      const place = await this.freePlace(m, now);
      const credential = await this.signed(claim, place, now);
      if (await this.repository.insert(m, claim.sourceId, place, credential, now)) return credential;
    }
  }

  /** Sets the bit of a credential for ever; a source without one is let through. */
  async revoke(m: EntityManager, sourceId: string): Promise<void> {
    await this.repository.revoke(m, sourceId, this.clock.now());
  }

  /** Chosen by chance, so that the place says nothing about who came before and after. */
  private async freePlace(m: EntityManager, now: Date): Promise<Place> {
    let listNumber = await this.repository.openList(m, now);
    for (;;) {
      const indexes = Array.from({ length: placesTried }, () => randomInt(statusListLength));
      const taken = await this.repository.takenOf(m, listNumber, indexes);
      const statusIndex = indexes.find((index) => !taken.has(index));
      if (statusIndex !== undefined) return { listNumber, statusIndex };
      listNumber = await this.repository.addList(m, listNumber + 1, now);
    }
  }

  private async signed(claim: Claim, place: Place, now: Date): Promise<StoredCredential> {
    const at = this.addressesOf(claim, place.listNumber);
    const document = credentialDocument(claim, at, place.statusIndex);
    const [proof, jwt] = [await this.keys.signer('credential'), await this.keys.signer('credential_jwt')];
    return {
      jsonLd: JSON.stringify(await withProof(document, this.issuer.did, proof, now)),
      jwt: await asJwt(document, jwt),
    };
  }

  private async saveAchievement(m: EntityManager, claim: Claim, now: Date): Promise<void> {
    const document = achievementDocument(claim, this.addressesOf(claim, 0));
    await this.repository.saveAchievement(m, claim.achievement.id, JSON.stringify(document), now);
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

import type { CertificateState } from '@kizuna/shared/vocabulary/certification';
import type { CredentialForm } from '@kizuna/shared/vocabulary/credentials';
import { Injectable } from '@nestjs/common';

import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CoursesReader } from '../courses/index.js';
import {
  badgePng,
  badgeSvg,
  bakePng,
  bakeSvg,
  CredentialsService,
  type Claim,
  type StoredCredential,
} from '../credentials/index.js';
import type { CertificateEntity } from './certificate.entity.js';
import { CertificationRepository } from './certification.repository.js';

/** The fields of a certificate that a credential uses. */
export type Attested = Pick<
  CertificateEntity,
  'id' | 'courseId' | 'courseTitle' | 'body' | 'issuer' | 'name' | 'number' | 'completedOn' | 'issuedAt'
>;

/** A credential in a downloadable form. */
export interface CredentialFile {
  bytes: Buffer;
  type: string;
  name: string;
}

/** The digital form of a certificate: a printed copy and its credential are valid for the same time (docs/adr/0024). */
@Injectable()
export class CertificationCredentialService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: CertificationRepository,
    private readonly courses: CoursesReader,
    private readonly credentials: CredentialsService,
  ) {}

  /** Creates the credentials of copies, in the given order and in the transaction that issues them. */
  async attest(certificates: readonly Attested[]): Promise<StoredCredential[]> {
    const summaries = new Map<string, string>();
    for (const courseId of new Set(certificates.map((certificate) => certificate.courseId)))
      summaries.set(courseId, (await this.courses.findCourse(courseId))?.summary ?? '');
    return this.credentials.issue(
      certificates.map((certificate) => claimOf(certificate, summaries.get(certificate.courseId) ?? '')),
    );
  }

  /** Withdraws the credential, in the transaction that replaces or revokes the copy. */
  async withdraw(certificateId: string): Promise<void> {
    await this.credentials.revoke(certificateId);
  }

  /**
   * The credential of a valid copy as a file. Copies issued before credentials existed get theirs here.
   * @param personId the required holder; null for the office
   * @throws platform.not_found if the certificate belongs to someone else
   * @throws credentials.none if the copy is no longer valid
   */
  async file(certificateId: string, personId: string | null, form: CredentialForm): Promise<CredentialFile> {
    const credential = await this.transactions.run(() => this.ofValid(certificateId, personId));
    return fileOf(credential, form);
  }

  /**
   * The credential of a valid copy, whose row stays locked until the transaction ends.
   * @param personId the required holder; null for the office
   * @throws platform.not_found if the certificate belongs to someone else
   * @throws credentials.none if the copy is no longer valid
   */
  async ofValid(certificateId: string, personId: string | null): Promise<StoredCredential> {
    const certificate = await this.repository.lock(certificateId);
    if (!certificate || (personId !== null && certificate.personId !== personId))
      throw new DomainError('platform.not_found');
    const credential = await this.whileValid(certificate);
    if (!credential) throw new DomainError('credentials.none');
    return credential;
  }

  /** The state of a copy, null if it does not exist. */
  stateOf(certificateId: string): Promise<CertificateState | null> {
    return this.transactions.run(() => this.repository.stateOf(certificateId));
  }

  /** The credential of a copy, null if the copy is no longer valid. */
  async findValid(certificateId: string): Promise<StoredCredential | null> {
    return this.whileValid(await this.repository.lock(certificateId));
  }

  private async whileValid(certificate: CertificateEntity | null): Promise<StoredCredential | null> {
    return certificate?.state === 'valid' ? (await this.attest([certificate]))[0]! : null;
  }
}

function claimOf(certificate: Attested, summary: string): Claim {
  return {
    sourceId: certificate.id,
    achievement: {
      id: certificate.courseId,
      name: certificate.courseTitle,
      description: summary || certificate.body,
      criteria: certificate.body,
    },
    issuerName: certificate.issuer,
    recipientName: certificate.name,
    number: certificate.number,
    awardedOn: certificate.completedOn,
    validFrom: certificate.issuedAt,
  };
}

async function fileOf({ jsonLd, jwt }: StoredCredential, form: CredentialForm): Promise<CredentialFile> {
  const name = `kizuna-credential.${form}`;
  switch (form) {
    case 'json':
      return { name, type: 'application/vc', bytes: Buffer.from(jsonLd) };
    case 'jwt':
      return { name, type: 'application/vc+jwt', bytes: Buffer.from(jwt) };
    case 'svg':
      return { name, type: 'image/svg+xml', bytes: Buffer.from(bakeSvg(badgeSvg, jsonLd)) };
    case 'png':
      return { name, type: 'image/png', bytes: bakePng(await badgePng(), jsonLd) };
  }
}

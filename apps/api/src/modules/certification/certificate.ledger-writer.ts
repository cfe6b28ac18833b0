import { civilDateOf, fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { comparableText } from '@kizuna/shared/rules/text';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CompletionRecord } from '../completion/index.js';
import { EnrolmentService } from '../enrolment/index.js';
import { comparableCertificateNumber } from '../ledger/index.js';
import type { CertificateEntity } from './certificate.entity.js';
import { CertificateSheetService, type PrintedFields, type StoredFile } from './certificate.sheet.service.js';
import {
  certificateIssued,
  certificateReissued,
  type CertificateIssued,
  type CertificateReissued,
} from './certification.events.js';
import { CertificationRepository } from './certification.repository.js';

/** The person whose certificate is printed, and how. */
export interface Granted {
  completion: CompletionRecord;
  nameLeftBlank: boolean;
}

/** A certificate that has a number, but no file and no line in the ledger yet. */
interface Draft {
  id: string;
  fiscalYear: number;
  serial: number;
  completion: CompletionRecord;
  fields: PrintedFields;
  issuedAt: Date;
}

/** The only place that writes a line of the ledger, together with its number, file, audit entry and event. */
@Injectable()
export class CertificateLedgerWriter {
  constructor(
    private readonly repository: CertificationRepository,
    private readonly sheets: CertificateSheetService,
    private readonly enrolments: EnrolmentService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  today(): CivilDate {
    return civilDateOf(this.clock.now());
  }

  /**
   * Issues certificates to people of one course: numbers, digital forms, files, lines of the ledger and everything that
   * depends on them. All reads use the transaction's connection: a second one could exhaust the pool.
   * @returns their ids in the order of the people
   */
  async issue(
    actor: Actor,
    granted: readonly Granted[],
    { issuedOn, language }: { issuedOn: CivilDate; language: SheetLanguage },
  ): Promise<string[]> {
    const [first] = granted;
    if (!first) return [];
    const { courseId } = first.completion;
    const words = await this.sheets.wordsOf(courseId, language);
    const fiscalYear = fiscalYearOf(issuedOn);
    const from = await this.repository.nextSerials(courseId, fiscalYear, granted.length);
    const issuedAt = this.clock.now();
    const drafts = granted.map(({ completion, nameLeftBlank }, at) => {
      const fields = { ...this.sheets.fieldsOf(completion, words, from + at, issuedOn), nameLeftBlank };
      return { id: this.ids.next(), fiscalYear, serial: from + at, completion, fields, issuedAt };
    });
    const credentials = await this.sheets.attest(
      drafts.map(({ id, fields, completion: { courseTitle } }) => ({
        ...fields,
        id,
        courseId,
        courseTitle,
        issuedAt,
      })),
    );
    const files = await this.sheets.store(
      drafts.map(({ id, fields }, at) => ({ id, fields, credential: credentials[at]! })),
    );
    await this.repository.insert(drafts.map((draft, at) => lineOf(draft, files[at]!, actor)));
    await this.tell(actor, drafts, files);
    return drafts.map(({ id }) => id);
  }

  private async tell(actor: Actor, drafts: readonly Draft[], files: readonly StoredFile[]): Promise<void> {
    await this.enrolments.markCompleted(
      actor,
      drafts.map(({ completion: { enrolmentId }, fields: { completedOn } }) => ({
        enrolmentId,
        completedOn,
      })),
    );
    await this.audit.recordAll(
      drafts.map(({ id, fields: { number, name } }, at) => ({
        actor,
        action: 'certificate.issued',
        subjectType: 'certificate',
        subjectId: id,
        after: { number, name, sha256: files[at]!.sha256 },
      })),
    );
    await this.outbox.addAll(
      drafts.map(({ id, completion, fields: { number } }) => {
        const { enrolmentId, personId, courseTitle, runName } = completion;
        const facts = { certificateId: id, enrolmentId, personId, courseTitle, runName, number };
        return { type: certificateIssued, payload: facts satisfies CertificateIssued, subjectId: id };
      }),
    );
  }

  /** Issues the next copy of a certificate in place of the older one, which becomes invalid. */
  async reissued(actor: Actor, old: CertificateEntity, copy: CertificateEntity): Promise<void> {
    const { id, enrolmentId, personId, courseTitle, runName, number, name } = copy;
    // Replace first: an enrolment has at most one valid certificate
    await this.repository.replace(old.id, copy.issuedAt);
    await this.repository.insert([copy]);
    await this.audit.record({
      actor,
      action: 'certificate.reissued',
      subjectType: 'certificate',
      subjectId: id,
      before: { certificateId: old.id, copy: old.copy, name: old.name },
      after: { number, copy: copy.copy, name, sha256: copy.sha256 },
      ...(copy.reissueReason === null ? {} : { reason: copy.reissueReason }),
    });
    const payload = { certificateId: id, enrolmentId, personId, courseTitle, runName, number };
    await this.outbox.add({
      type: certificateReissued,
      payload: payload satisfies CertificateReissued,
      subjectId: id,
    });
  }

  async revoked(actor: Actor, certificateId: string, reason: string): Promise<void> {
    await this.repository.revoke(certificateId, reason, this.clock.now());
    await this.sheets.withdraw(certificateId);
    await this.audit.record({
      actor,
      action: 'certificate.revoked',
      subjectType: 'certificate',
      subjectId: certificateId,
      before: { state: 'valid' },
      after: { state: 'revoked' },
      reason,
    });
  }
}

function lineOf(draft: Draft, stored: StoredFile, actor: Actor): CertificateEntity {
  const { id, fiscalYear, serial, completion, fields, issuedAt } = draft;
  const { paper: _, ...printed } = fields;
  const { enrolmentId, personId, courseId, courseRunId, courseTitle, runName } = completion;
  return {
    ...printed,
    ...stored,
    id,
    enrolmentId,
    personId,
    courseId,
    courseRunId,
    courseTitle,
    runName,
    fiscalYear,
    serial,
    numberKey: comparableCertificateNumber(fields.number),
    searchText: comparableText(`${fields.name} ${fields.number}`),
    issuedAt,
    issuedBy: actor.kind === 'person' ? actor.personId : null,
    state: 'valid',
    replaces: null,
    reissueReason: null,
    replacedAt: null,
    revokedAt: null,
    revokedReason: null,
  };
}

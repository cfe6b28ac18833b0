import { civilDateOf, fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { comparableText } from '@kizuna/shared/rules/text';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/sheets';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import { EnrolmentService } from '../enrolment/index.js';
import type { CompletionRecord } from './certification.completion.reader.js';
import { certificateIssued, type CertificateIssued } from './certification.events.js';
import { comparableCertificateNumber } from './certification.number.policy.js';
import { CertificationRepository } from './certification.repository.js';
import { CertificateSheets, type PrintedFields, type StoredFile } from './certification.sheet.service.js';

/** Whose certificate is to be printed, and how. */
export interface Granted {
  completion: CompletionRecord;
  nameLeftBlank: boolean;
}

/** A certificate that has its number and its file, and no line in the ledger yet. */
export interface PrintedSheet {
  id: string;
  fiscalYear: number;
  serial: number;
  completion: CompletionRecord;
  fields: PrintedFields;
  issuedAt: Date;
  stored: StoredFile;
}

/** The one place where a line of the ledger is written, together with number, file, audit and event. */
@Injectable()
export class IssuedRecord {
  constructor(
    private readonly repository: CertificationRepository,
    private readonly sheets: CertificateSheets,
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
   * Gives the next numbers to people of one course and makes their files: while one is signed and written down, the
   * threads set the next ones. What it reads, it reads on the transaction's connection: a second one would starve the pool.
   */
  async *printed(
    m: EntityManager,
    granted: readonly Granted[],
    { issuedOn, language }: { issuedOn: CivilDate; language: SheetLanguage },
  ): AsyncGenerator<PrintedSheet> {
    const [first] = granted;
    if (!first) return;
    const { courseId } = first.completion;
    const fiscalYear = fiscalYearOf(issuedOn);
    const words = await this.sheets.wordsOf(m, courseId, language);
    const from = await this.repository.nextSerials(m, courseId, fiscalYear, granted.length);
    const issuedAt = this.clock.now();
    const sheets = [];
    for (const [index, { completion, nameLeftBlank }] of granted.entries()) {
      const serial = from + index;
      const id = this.ids.next();
      const fields = { ...this.sheets.fieldsOf(completion, words, serial, issuedOn), nameLeftBlank };
      const { courseTitle } = completion;
      const credential = await this.sheets.attest(m, { ...fields, id, courseId, courseTitle, issuedAt });
      const rendered = this.sheets.begin({ id, fields, credential });
      sheets.push({ id, fiscalYear, serial, completion, fields, credential, issuedAt, rendered });
    }
    for (const { rendered, ...sheet } of sheets)
      yield { ...sheet, stored: await this.sheets.store(sheet, rendered) };
  }

  /** Writes the line of a certificate and all that hangs on it. @returns the new certificate's id */
  async issued(m: EntityManager, actor: Actor, sheet: PrintedSheet): Promise<string> {
    const { id, fiscalYear, serial, completion, fields, issuedAt, stored } = sheet;
    const { paper: _, ...printed } = fields;
    const { enrolmentId, personId, courseId, courseRunId, courseTitle, runName } = completion;
    await this.repository.insert(m, {
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
    });
    await this.enrolments.markCompleted(m, actor, enrolmentId, fields.completedOn);
    const after = { number: fields.number, name: fields.name, sha256: stored.sha256 };
    await this.audit.record(m, {
      actor,
      action: 'certificate.issued',
      subjectType: 'certificate',
      subjectId: id,
      after,
    });
    const payload: CertificateIssued = {
      certificateId: id,
      enrolmentId,
      personId,
      courseTitle,
      runName,
      number: fields.number,
    };
    await this.outbox.add(m, { type: certificateIssued, payload, subjectId: id });
    return id;
  }

  async revoked(m: EntityManager, actor: Actor, certificateId: string, reason: string): Promise<void> {
    await this.repository.revoke(m, certificateId, reason, this.clock.now());
    await this.sheets.withdraw(m, certificateId);
    await this.audit.record(m, {
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

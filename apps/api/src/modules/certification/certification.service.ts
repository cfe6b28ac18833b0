import type { CertificateView, IssueBody, IssueResult } from '@kizuna/shared/contracts/certification';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { CompletionReader, type CompletionRecord } from './certification.completion.reader.js';
import { IssuedRecord } from './certification.record.service.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationRepository } from './certification.repository.js';
import { CertificateSheets } from './certification.sheet.service.js';

interface Refusal {
  code: ErrorCode;
  params?: Record<string, string>;
}

/** Issues and revokes certificates. */
@Injectable()
export class CertificationService {
  constructor(
    private readonly commands: Commands,
    private readonly transactions: Transactions,
    private readonly repository: CertificationRepository,
    private readonly sheets: CertificateSheets,
    private readonly completions: CompletionReader,
    private readonly reader: CertificationReader,
    private readonly record: IssuedRecord,
  ) {}

  /** The sheet as it would be printed, marked 「見本」 and without a number. */
  async preview(enrolmentId: string): Promise<Buffer> {
    const completion = (await this.completions.byEnrolment([enrolmentId])).get(enrolmentId);
    if (!completion) throw new DomainError('platform.not_found');
    const refusal = undrawableRefusal(completion);
    if (refusal) throw new DomainError(refusal.code, refusal);
    return this.transactions.run(async (m) => {
      const words = await this.sheets.wordsOf(m, completion.courseId);
      return this.sheets.render(this.sheets.fieldsOf(completion, words, 0, this.record.today()), true);
    });
  }

  /**
   * Issues to the people of an explicit list who are ready; the others are named with the reason. Whoever presses
   * twice, or two who press at once, issue once: the counter's lock orders them and the valid certificate is found.
   */
  async issue(actor: Actor, body: IssueBody, key: string | undefined): Promise<IssueResult> {
    const scope = `certification.issue:${personOf(actor).personId}`;
    const completions = await this.completions.byEnrolment(body.enrolmentIds);
    const answer = await this.commands.once(scope, key, body, async (m) => {
      const issued: string[] = [];
      const refused: IssueResult['refused'] = [];
      const issuedOn = body.issuedOn ?? this.record.today();
      await this.lockCounters(m, completions, issuedOn);
      for (const enrolmentId of [...new Set(body.enrolmentIds)]) {
        const refusal = await this.issueOne(m, actor, completions.get(enrolmentId), issuedOn, issued);
        if (refusal) refused.push({ enrolmentId, ...refusal } as IssueResult['refused'][number]);
      }
      return { issued, refused };
    });
    return { issued: await this.reader.viewsByIds(answer.issued), refused: answer.refused };
  }

  /** Takes a certificate back; what was printed stays in the ledger with the reason. */
  async revoke(actor: Actor, certificateId: string, reason: string): Promise<CertificateView> {
    await this.transactions.run(async (m) => {
      const certificate = await this.repository.lock(m, certificateId);
      if (!certificate) throw new DomainError('platform.not_found');
      if (certificate.state === 'valid') await this.record.revoked(m, actor, certificate.id, reason);
    });
    return this.reader.getView(certificateId);
  }

  /** All of them before the first line is written: that one locks the head of the ledger's chain (docs/adr/0021). */
  private async lockCounters(
    m: EntityManager,
    completions: ReadonlyMap<string, CompletionRecord>,
    issuedOn: CivilDate,
  ): Promise<void> {
    const courseIds = new Set([...completions.values()].map((completion) => completion.courseId));
    for (const id of [...courseIds].toSorted())
      await this.repository.lockCounter(m, id, fiscalYearOf(issuedOn));
  }

  private async issueOne(
    m: EntityManager,
    actor: Actor,
    completion: CompletionRecord | undefined,
    issuedOn: CivilDate,
    issued: string[],
  ): Promise<Refusal | null> {
    if (!completion) return { code: 'platform.not_found' };
    const standing = await this.repository.findValidOf(m, completion.enrolmentId);
    if (standing) return { code: 'certification.already_issued', params: { number: standing.number } };
    if (!completion.complete) return { code: 'certification.not_complete' };
    const refusal = undrawableRefusal(completion);
    if (refusal) return refusal;
    issued.push(await this.record.issued(m, actor, completion, issuedOn));
    return null;
  }
}

function undrawableRefusal(completion: CompletionRecord): Refusal | null {
  if (completion.undrawable.length === 0) return null;
  return { code: 'certification.glyph_missing', params: { characters: completion.undrawable.join('、') } };
}

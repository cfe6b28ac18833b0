import type { BatchItemListQuery } from '@kizuna/shared/contracts/certification.batches';
import type { LedgerQuery } from '@kizuna/shared/contracts/ledger';
import type {
  CertificateBatchPage,
  CertificateTemplatesPage,
  OfficeCertificatePage,
  OfficeLedgerPage,
  PaperRecordPage,
} from '@kizuna/shared/contracts/pages.office';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import {
  CertificateBatchReader,
  CertificateDesignService,
  CertificationReader,
  CertificationReissueService,
  EnvelopeService,
} from '../../certification/index.js';
import { CoursesReader } from '../../courses/index.js';
import { CertificateHistoryReader, LedgerLinesReader, PaperRecordReader } from '../../ledger/index.js';
import { TemplatesReader } from '../../templates/index.js';

/** The office's pages of certificates: the ledger, single ones, batches, designs. */
@Injectable()
export class CertificatePagesReader {
  constructor(
    private readonly lines: LedgerLinesReader,
    private readonly papers: PaperRecordReader,
    private readonly histories: CertificateHistoryReader,
    private readonly certificates: CertificationReader,
    private readonly reissues: CertificationReissueService,
    private readonly batches: CertificateBatchReader,
    private readonly envelopes: EnvelopeService,
    private readonly designs: CertificateDesignService,
    private readonly templates: TemplatesReader,
    private readonly courses: CoursesReader,
  ) {}

  /** The ledger (修了者台帳), with what its filter chooses from. */
  async getLedgerPage(query: LedgerQuery): Promise<OfficeLedgerPage> {
    const [list, choices, runs] = await Promise.all([
      this.lines.list(query),
      this.lines.choices(),
      this.courses.listRunChoices(),
    ]);
    return { list, choices, runs };
  }

  /** A certificate; a valid one with what its next copy would say. @throws DomainError platform.not_found */
  async getCertificatePage(certificateId: string): Promise<OfficeCertificatePage> {
    const [certificate, history] = await Promise.all([
      this.certificates.getView(certificateId),
      this.histories.of(certificateId),
    ]);
    const isValid = certificate.state === 'valid';
    return { certificate, history, preview: isValid ? await this.reissues.preview(certificateId) : null };
  }

  /** A line transcribed from paper. @throws DomainError platform.not_found */
  async getPaperRecordPage(paperRecordId: string): Promise<PaperRecordPage> {
    const [record, courses] = await Promise.all([
      this.papers.getView(paperRecordId),
      this.courses.listCourseChoices(),
    ]);
    return { record, courses };
  }

  /** The templates, and which course uses which. */
  async getTemplatesPage(): Promise<CertificateTemplatesPage> {
    const [templates, designs] = await Promise.all([this.templates.list(), this.designs.list()]);
    return { templates: templates.items, courses: designs.items };
  }

  /** How far a batch is; when it is finished, what came of it. @throws DomainError platform.not_found */
  async getBatchPage(
    actor: Actor,
    batchId: string,
    query: BatchItemListQuery,
  ): Promise<CertificateBatchPage> {
    const batch = await this.batches.getView(batchId);
    const isFinished = batch.finishedAt !== null;
    const [list, envelopes] = await Promise.all([
      isFinished ? this.batches.listIssued(batchId, query) : null,
      isFinished && batch.issued > 0 ? this.envelopes.listOfBatch(actor, batchId) : null,
    ]);
    return { batch, list, envelopes };
  }
}

import { createHash, randomBytes } from 'node:crypto';

import { fiscalYearOf, formatFiscalYear, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { AppConfig } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/index.js';
import { BlobStore } from '../../platform/storage/index.js';
import type { CompletionRecord } from './certification.completion.reader.js';
import type { CertificateEntity } from './certification.entity.js';
import { formatCertificateNumber, formatVerifyCode, verifyCodeFrom } from './certification.number.policy.js';
import { CertificationRepository, type Issuer, type Wording } from './certification.repository.js';
import { FileSigning } from '../credentials/index.js';
import { SheetPress } from '../templates/index.js';

/** What a sheet is made from besides the person's name. */
export interface SheetWords {
  wording: Wording;
  issuer: Issuer;
}

export type PrintedFields = Pick<
  CertificateEntity,
  | 'number'
  | 'copy'
  | 'name'
  | 'nameLeftBlank'
  | 'body'
  | 'completedOn'
  | 'issuedOn'
  | 'issuer'
  | 'issuerHead'
  | 'verifyCode'
>;

/** Where a file lies, and what it is known by. */
export interface StoredFile {
  fileKey: string;
  sha256: string;
}

/** Turns a decided completion into words on paper and paper into a stored file. */
@Injectable()
export class CertificateSheets {
  constructor(
    private readonly repository: CertificationRepository,
    private readonly press: SheetPress,
    private readonly signing: FileSigning,
    private readonly blobs: BlobStore,
    private readonly config: AppConfig,
  ) {}

  /** The course's wording and the issuer. @throws certification.wording_missing when the curriculum has none */
  async wordsOf(m: EntityManager, courseId: string): Promise<SheetWords> {
    const [wording, issuer] = [await this.repository.wordingOf(m, courseId), await this.repository.issuer(m)];
    if (!wording || !issuer) throw new DomainError('certification.wording_missing');
    return { wording, issuer };
  }

  /** The printed fields of a certificate with a given serial (0 for a preview). */
  fieldsOf(
    completion: CompletionRecord,
    words: SheetWords,
    serial: number,
    issuedOn: CivilDate,
  ): PrintedFields {
    const fiscalYear = fiscalYearOf(issuedOn);
    const body = words.wording.body
      .replaceAll('{{courseTitle}}', completion.courseTitle)
      .replaceAll('{{fiscalYear}}', formatFiscalYear(fiscalYear));
    return {
      number: formatCertificateNumber(fiscalYear, words.wording.numberLabel, serial),
      copy: 1,
      name: completion.name,
      nameLeftBlank: false,
      body,
      completedOn: completion.lastDoneOn ?? issuedOn,
      issuedOn,
      issuer: words.issuer.name,
      issuerHead: words.issuer.head,
      verifyCode: verifyCodeFrom(randomBytes(10)),
    };
  }

  /** The address in the QR code. */
  verifyUrlOf(verifyCode: string): string {
    return `${this.config.publicOrigin}/v/${verifyCode}`;
  }

  /** The sheet as PDF. */
  render(fields: PrintedFields, preview: boolean): Promise<Buffer> {
    const words = {
      number: fields.number,
      copy: fields.copy,
      name: fields.name,
      body: fields.body,
      completedOn: fields.completedOn,
      issuedOn: fields.issuedOn,
      issuer: fields.issuer,
      issuerHead: fields.issuerHead,
      verifyUrl: this.verifyUrlOf(fields.verifyCode),
      verifyCode: formatVerifyCode(fields.verifyCode),
      preview,
    };
    return this.press.render(words, { blankName: fields.nameLeftBlank });
  }

  /**
   * Renders, signs and stores files before the ledger's transaction commits: a file without a line is harmless, a line
   * without a file is not. Rendering and storing go side by side; the transaction has one connection for the keys.
   */
  async store(sheets: readonly { id: string; fields: PrintedFields }[]): Promise<StoredFile[]> {
    const rendered = await Promise.all(sheets.map(({ fields }) => this.render(fields, false)));
    const signed: Buffer[] = [];
    for (const [index, { fields }] of sheets.entries())
      signed.push(await this.signing.sign(rendered[index]!, fields.issuer));
    return Promise.all(sheets.map(({ id, fields }, index) => this.keep(id, fields, signed[index]!)));
  }

  /** The stored file. */
  file(fileKey: string): Promise<Buffer> {
    return this.blobs.get(fileKey);
  }

  private async keep(id: string, fields: PrintedFields, pdf: Buffer): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const fileKey = `certificates/${fields.issuedOn.slice(0, 4)}/${id}-${sha256.slice(0, 12)}.pdf`;
    await this.blobs.put(fileKey, pdf);
    return { fileKey, sha256 };
  }
}

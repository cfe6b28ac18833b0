import { createHash, randomBytes } from 'node:crypto';

import { fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import { fillPlaceholders } from '@kizuna/shared/rules/sheet-placeholders';
import type { SheetLanguage } from '@kizuna/shared/vocabulary/templates';
import { Injectable } from '@nestjs/common';

import { AppConfig } from '../../platform/config/app-config.js';
import { DomainError } from '../../platform/errors/index.js';
import { BlobStore } from '../../platform/storage/index.js';
import type { CompletionRecord } from '../completion/index.js';
import { PdfSigningService, type StoredCredential } from '../credentials/index.js';
import { formatCertificateNumber, formatVerifyCode, verifyCodeFrom } from '../ledger/index.js';
import {
  bodyValues,
  SheetDesignService,
  SheetPress,
  type SheetAttachment,
  type UsedDesign,
} from '../templates/index.js';
import type { CertificateEntity } from './certificate.entity.js';
import { CertificationCredentialService, type Attested } from './certification.credential.service.js';
import { CertificationRepository, type Issuer } from './certification.repository.js';
import { CertificateDesignRepository } from './designs/certificate-design.repository.js';

/** What a sheet is made from, apart from the person's name. */
export interface SheetWords {
  numberLabel: string;
  issuer: Issuer;
  design: UsedDesign;
}

/** What the paper shows beyond the data in the ledger. */
export interface Paper {
  design: UsedDesign;
  kana: string;
  bornOn: CivilDate | null;
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
  | 'templateVersionId'
> & { paper: Paper };

/** Where a file is stored, and how it is identified. */
export interface StoredFile {
  fileKey: string;
  sha256: string;
}

/** A sheet to print, with the digital form to embed in its file. */
export interface SheetToPrint {
  id: string;
  fields: PrintedFields;
  credential: StoredCredential;
}

/** Turns a completion into the text of a certificate, and that into a stored file. */
@Injectable()
export class CertificateSheetService {
  constructor(
    private readonly repository: CertificationRepository,
    private readonly assigned: CertificateDesignRepository,
    private readonly designs: SheetDesignService,
    private readonly press: SheetPress,
    private readonly signing: PdfSigningService,
    private readonly blobs: BlobStore,
    private readonly config: AppConfig,
    private readonly credentials: CertificationCredentialService,
  ) {}

  /**
   * The course's wording and design, and the issuer.
   * @throws certification.wording_missing if the curriculum provides none
   */
  async wordsOf(courseId: string, language: SheetLanguage = 'ja'): Promise<SheetWords> {
    const [numberLabel, issuer] = [
      await this.repository.numberLabelOf(courseId),
      await this.repository.issuer(),
    ];
    if (!numberLabel || !issuer) throw new DomainError('certification.wording_missing');
    const templateId = await this.assigned.templateOf(courseId, language);
    return { numberLabel, issuer, design: await this.designs.currentOf(templateId) };
  }

  /**
   * The printed fields of a certificate with a given serial (0 for a preview).
   * @throws certification.glyph_missing if the 本文 with the course title cannot be printed
   */
  fieldsOf(
    completion: CompletionRecord,
    words: SheetWords,
    serial: number,
    issuedOn: CivilDate,
  ): PrintedFields {
    const { design, numberLabel, issuer } = words;
    const { courseTitle, runName, name, kana, bornOn } = completion;
    const fiscalYear = fiscalYearOf(issuedOn);
    const number = formatCertificateNumber(fiscalYear, numberLabel, serial);
    const completedOn = completion.lastDoneOn ?? issuedOn;
    const facts = { courseTitle, runName, fiscalYear, completedOn, issuedOn, number };
    const body = fillPlaceholders(design.design.body, bodyValues(facts, design.design));
    const missing = this.press.undrawableIn(body.replace(/\n/gu, ''));
    if (missing.length > 0)
      throw new DomainError('certification.glyph_missing', { params: { characters: missing.join('、') } });
    return {
      number,
      copy: 1,
      name,
      nameLeftBlank: false,
      body,
      completedOn,
      issuedOn,
      issuer: issuer.name,
      issuerHead: issuer.head,
      templateVersionId: design.versionId,
      verifyCode: verifyCodeFrom(randomBytes(10)),
      paper: { design, kana, bornOn },
    };
  }

  /** What an earlier certificate's paper shows, for its next copy: the design of the first copy is reused. */
  async paperOf(templateVersionId: string | null, person: Pick<Paper, 'kana' | 'bornOn'>): Promise<Paper> {
    const design = await this.designs.versionOf(templateVersionId);
    return { design, kana: person.kana, bornOn: person.bornOn };
  }

  /** The address in the QR code. */
  verifyUrlOf(verifyCode: string): string {
    return `${this.config.publicOrigin}/v/${verifyCode}`;
  }

  /** The sheet as a PDF, with the digital form attached if there is one. */
  render(fields: PrintedFields, preview: boolean, credential?: StoredCredential): Promise<Buffer> {
    const { design, kana, bornOn } = fields.paper;
    const { number, copy, name, body, completedOn, issuedOn, issuer, issuerHead } = fields;
    const text = {
      number,
      copy,
      name,
      body,
      completedOn,
      issuedOn,
      issuer,
      issuerHead,
      kana,
      preview,
      ...(bornOn ? { bornOn } : {}),
      verifyUrl: this.verifyUrlOf(fields.verifyCode),
      verifyCode: formatVerifyCode(fields.verifyCode),
    };
    return this.press.render(text, {
      design: design.design,
      images: design.images,
      blankName: fields.nameLeftBlank,
      ...(credential ? { attachments: [attachmentOf(credential)] } : {}),
    });
  }

  /**
   * Typesets sheets in worker threads, then signs and stores them before the ledger's transaction commits: a file
   * without a line is harmless, a line without a file is not. The key is loaded once, because the transaction has one
   * connection.
   * @returns where each is stored, in the given order
   */
  async store(sheets: readonly SheetToPrint[]): Promise<StoredFile[]> {
    const [first] = sheets;
    if (!first) return [];
    const sign = await this.signing.signer(first.fields.issuer);
    return Promise.all(
      sheets.map(async ({ id, fields, credential }) =>
        this.keep(id, fields, await sign(await this.render(fields, false, credential))),
      ),
    );
  }

  /** Creates the digital forms of certificates, in the given order and in the transaction that issues them. */
  attest(certificates: readonly Attested[]): Promise<StoredCredential[]> {
    return this.credentials.attest(certificates);
  }

  /** Withdraws the digital form, in the transaction that invalidates the paper. */
  withdraw(certificateId: string): Promise<void> {
    return this.credentials.withdraw(certificateId);
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

function attachmentOf({ jsonLd }: StoredCredential): SheetAttachment {
  return {
    name: 'credential.json',
    bytes: Buffer.from(jsonLd),
    mediaType: 'application/vc',
    description: 'Open Badges 3.0',
  };
}

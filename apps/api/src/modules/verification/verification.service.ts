import { createHash } from 'node:crypto';

import type {
  FileVerificationBody,
  FileVerificationView,
  SignerList,
  VerificationBody,
  VerificationView,
} from '@kizuna/shared/contracts/verification';
import { looksLikePdf } from '@kizuna/shared/rules/signed-pdf';
import { isNumberOf } from '@kizuna/shared/rules/typed-number';
import { parseVerifyCode } from '@kizuna/shared/rules/verify-code';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { RateLimits } from '../../platform/limits/index.js';
import { PdfSignatureCheckService, PdfSignerReader } from '../credentials/index.js';
import { verificationLimit as limit } from './verification.limit.js';
import { VerificationReader } from './verification.reader.js';

/** Matches no code: an impossible code is looked up anyway, so that the lookup takes the same time as any other. */
const noCode = '-';

/** Whether a paper or a file is one of our certificates. All failures give the same answer, and are counted. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly reader: VerificationReader,
    private readonly limits: RateLimits,
    private readonly signatures: PdfSignatureCheckService,
    private readonly signerReader: PdfSignerReader,
    private readonly clock: Clock,
  ) {}

  /** By the code in the QR address. @throws verification.not_verified, without further detail */
  byCode(address: string, typed: string): Promise<VerificationView> {
    return this.limits.countWrong(limit, address, async () => {
      const row = await this.reader.findByCode(parseVerifyCode(typed) ?? noCode);
      if (!row) throw new DomainError('verification.not_verified');
      return this.reader.toView(row);
    });
  }

  /** By number and code as typed from the paper: both must belong to the same certificate. */
  byNumber(address: string, body: VerificationBody): Promise<VerificationView> {
    return this.limits.countWrong(limit, address, async () => {
      const row = await this.reader.findByCode(parseVerifyCode(body.code) ?? noCode);
      if (!row || !isNumberOf(body.number, row)) throw new DomainError('verification.not_verified');
      return this.reader.toView(row);
    });
  }

  /** By the SHA-256 of the stored PDF: a single changed byte makes it a different file. */
  byHash(address: string, { sha256 }: FileVerificationBody): Promise<VerificationView> {
    return this.limits.countWrong(limit, address, async () => {
      const row = await this.reader.findByHash(sha256.toLowerCase());
      if (!row) throw new DomainError('verification.not_verified');
      return this.reader.toView(row);
    });
  }

  /**
   * By the file itself: first by its hash in the ledger, then by its signature. The file is not stored.
   * @param read returns the bytes, or rejects a file that is too large
   */
  byFile(address: string, read: () => Promise<Buffer>): Promise<FileVerificationView> {
    const judge = async (): Promise<FileVerificationView> => {
      const bytes = await read();
      if (bytes.length === 0) throw new DomainError('verification.file_required', { field: 'file' });
      if (!looksLikePdf(bytes)) throw new DomainError('verification.file_not_pdf', { field: 'file' });
      const row = await this.reader.findByHash(createHash('sha256').update(bytes).digest('hex'));
      const checkedAt = this.clock.now().toISOString();
      if (row) return { outcome: 'recorded', certificate: this.reader.toView(row), checkedAt };
      return { outcome: await this.signatures.judge(bytes), certificate: null, checkedAt };
    };
    return this.limits.countWrong(limit, address, judge, ({ outcome }) => outcome !== 'recorded');
  }

  /** The certificates with which others can check file signatures without asking us about the file. */
  async signers(): Promise<SignerList> {
    const signers = await this.signerReader.list();
    return {
      items: signers.map(({ name, certificate, since, retiredAt }) => ({
        name,
        certificate: certificate.raw.toString('base64'),
        since: since.toISOString(),
        retiredAt: retiredAt?.toISOString() ?? null,
      })),
    };
  }
}

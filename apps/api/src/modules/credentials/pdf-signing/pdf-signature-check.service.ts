import { bearsMarksOf } from '@kizuna/shared/rules/signed-pdf';
import { Injectable } from '@nestjs/common';

import { verifyPdfSignature } from './pdf-signature.js';
import { PdfSignerReader } from './pdf-signer.reader.js';

/** Tells the council's files from others by their signature alone. */
@Injectable()
export class PdfSignatureCheckService {
  constructor(private readonly signers: PdfSignerReader) {}

  /**
   * signed: not one byte differs from what a key of the council signed. altered: it carries the council's marks, and is
   * not. foreign: neither.
   */
  async judge(bytes: Buffer): Promise<'signed' | 'altered' | 'foreign'> {
    const signers = await this.signers.list();
    if (signers.some(({ certificate }) => verifyPdfSignature(bytes, certificate))) return 'signed';
    const known = signers.map(({ name, certificate }) => ({ name, certificate: certificate.raw }));
    return bearsMarksOf(bytes, known) ? 'altered' : 'foreign';
  }
}

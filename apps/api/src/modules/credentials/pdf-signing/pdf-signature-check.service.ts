import { bearsMarksOf } from '@kizuna/shared/rules/signed-pdf';
import { Injectable } from '@nestjs/common';

import { verifyPdfSignature } from './pdf-signature.js';
import { PdfSignerReader } from './pdf-signer.reader.js';

/** Distinguishes the council's files from others by their signature alone. */
@Injectable()
export class PdfSignatureCheckService {
  constructor(private readonly signers: PdfSignerReader) {}

  /**
   * signed: every byte is as signed with a key of the council. altered: it has the council's marks, but is not intact.
   * foreign: neither.
   */
  async judge(bytes: Buffer): Promise<'signed' | 'altered' | 'foreign'> {
    const signers = await this.signers.list();
    if (signers.some(({ certificate }) => verifyPdfSignature(bytes, certificate))) return 'signed';
    const known = signers.map(({ name, certificate }) => ({ name, certificate: certificate.raw }));
    return bearsMarksOf(bytes, known) ? 'altered' : 'foreign';
  }
}

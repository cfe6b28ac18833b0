import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CompletionReader } from './certification.completion.reader.js';
import { CertificationReader } from './certification.reader.js';
import { pileWords } from '../templates/index.js';

/** Certificates as a pile of paper: what the office puts into the printer for the day of the closing. */
@Injectable()
export class CertificatePrints {
  constructor(
    private readonly completions: CompletionReader,
    private readonly reader: CertificationReader,
  ) {}

  /**
   * The valid certificates of a run as one PDF, a page each, in the order of the roster (kana), so that they are handed
   * out as people are called. The pages are those of the stored files, never set anew.
   * @throws platform.not_found for an unknown run
   * @throws certification.nothing_to_print when none is issued
   */
  async ofRun(actor: Actor, courseRunId: string): Promise<Buffer> {
    const { items } = await this.completions.listOfRun(actor, courseRunId);
    const ids = items.flatMap((item) => (item.certificateId === null ? [] : [item.certificateId]));
    if (ids.length === 0) throw new DomainError('certification.nothing_to_print');
    const pile = await PDFDocument.create({ updateMetadata: false });
    pile.setTitle(pileWords.title, { showInWindowTitleBar: true });
    pile.setLanguage(pileWords.language);
    for (const id of ids) {
      const single = await PDFDocument.load(await this.reader.file(id), { updateMetadata: false });
      // A signature is of one file; carried into another it would read as a broken one
      for (const page of single.getPages()) page.node.delete(PDFName.of('Annots'));
      for (const page of await pile.copyPages(single, single.getPageIndices())) pile.addPage(page);
    }
    return Buffer.from(await pile.save());
  }
}

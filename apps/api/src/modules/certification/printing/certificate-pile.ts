import { PDFDocument, PDFName } from '@cantoo/pdf-lib';

export interface PileTask {
  title: string;
  language: string;
  files: readonly Uint8Array[];
}

/** Merges the pages of PDF files into one. */
export async function pileOf({ title, language, files }: PileTask): Promise<Uint8Array> {
  const pile = await PDFDocument.create({ updateMetadata: false });
  pile.setTitle(title, { showInWindowTitleBar: true });
  pile.setLanguage(language);
  for (const file of files) {
    const single = await PDFDocument.load(file, { updateMetadata: false });
    // A signature covers one file; copied into another it would appear broken
    for (const page of single.getPages()) page.node.delete(PDFName.of('Annots'));
    for (const page of await pile.copyPages(single, single.getPageIndices())) pile.addPage(page);
  }
  return pile.save();
}

import type {
  DocumentView,
  MaterialSummary,
  MaterialView,
  OfficeMaterialView,
  PreparationView,
} from '@kizuna/shared/contracts/materials';
import type { DocumentFault, DocumentKind, DocumentState } from '@kizuna/shared/vocabulary/materials';

import type { Delivery } from '../../platform/delivery/index.js';
import type { GlossaryEntry, PageSize } from './material.entity.js';
import { obstaclesOf, originalFile, pageFiles, pagesWithoutText, placeIn } from './materials.policy.js';

/** A version whose pages are ready. */
export interface ReadyDocumentRow {
  documentId: string;
  number: number;
  fileName: string;
  sizeBytes: number;
  scope: string;
  pages: PageSize[];
  texts: string[];
  textRevision: number;
}

/** A material with its published version. */
export type MaterialRow = Omit<MaterialSummary, 'cover'> & {
  shown: ReadyDocumentRow | null;
};
export type FullMaterialRow = MaterialRow & {
  sections: MaterialView['sections'];
  glossary: GlossaryEntry[];
};

/** The newest upload, whatever its state. */
export interface PreparationRow {
  documentId: string;
  number: number;
  state: DocumentState;
  fault: DocumentFault | null;
  fileName: string;
  sizeBytes: number;
  donePages: number;
  pageCount: number | null;
  uploadedAt: string;
  finishedAt: string | null;
}

export type OfficeMaterialRow = Omit<
  OfficeMaterialView,
  | 'newest'
  | 'document'
  | 'shown'
  | 'textRevision'
  | 'pagesWithoutText'
  | 'can'
  | 'obstacles'
  | 'updatedAt'
  | 'lessons'
> & {
  kind: DocumentKind;
  documentId: string | null;
  newest: PreparationRow | null;
  ready: ReadyDocumentRow | null;
  updatedAt: Date;
};

/** The same in the list of all. */
export type ListedMaterialRow = Omit<OfficeMaterialRow, 'documentId' | 'ready' | 'revision'>;

/** A document for the wire, with addresses of its pages; the caller has checked that this person may read it. */
export function toDocumentView(row: ReadyDocumentRow, delivery: Delivery): DocumentView {
  const address = (file: string) => delivery.addressOf(row.scope, file);
  return {
    documentId: row.documentId,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    pageCount: row.pages.length,
    downloadUrl: address(originalFile),
    pages: row.pages.map((size, index) => {
      const files = pageFiles(index + 1);
      return {
        ...size,
        number: index + 1,
        smallUrl: address(files.small),
        largeUrl: address(files.large),
        jpegUrl: address(files.jpeg),
        text: row.texts[index] ?? '',
      };
    }),
  };
}

/** Maps a material to a list item. */
export function toMaterialSummary({ shown, ...row }: MaterialRow, delivery: Delivery): MaterialSummary {
  const cover = shown && {
    pageCount: shown.pages.length,
    sizeBytes: shown.sizeBytes,
    url: delivery.addressOf(shown.scope, pageFiles(1).small),
  };
  return { ...row, cover };
}

/** Maps a material to its view. @param page this person's reading position; null if unknown */
export function toMaterialView(row: FullMaterialRow, page: number | null, delivery: Delivery): MaterialView {
  const document = row.shown && toDocumentView(row.shown, delivery);
  const readPage = page !== null && document ? placeIn(page, document.pageCount) : null;
  return { ...row, ...toMaterialSummary(row, delivery), document, readPage };
}

/** Maps an upload to its state of preparation; timestamps from JSON have an offset. */
export function toPreparationView(row: PreparationRow): PreparationView {
  const finishedAt = row.finishedAt && new Date(row.finishedAt).toISOString();
  return { ...row, uploadedAt: new Date(row.uploadedAt).toISOString(), finishedAt };
}

/** Maps a document to the office's view. */
export function toOfficeMaterialView(
  row: OfficeMaterialRow,
  lessons: OfficeMaterialView['lessons'],
  delivery: Delivery,
): OfficeMaterialView {
  const { ready, newest } = row;
  const obstacles = obstaclesOf(ready && ready.texts);
  return {
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    newest: newest && toPreparationView(newest),
    document: ready && toDocumentView(ready, delivery),
    shown: ready !== null && ready.documentId === row.documentId && row.state === 'published',
    textRevision: ready?.textRevision ?? 0,
    pagesWithoutText: ready ? pagesWithoutText(ready.texts) : [],
    lessons,
    can: { publish: obstacles.length === 0 },
    obstacles,
  };
}

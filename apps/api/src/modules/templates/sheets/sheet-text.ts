import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import type { CivilDate } from '@kizuna/shared/rules/civil-date';

/** The content of a certificate. Dates are plain dates; the sheet formats them in the style of its design. */
export interface CertificateText {
  /** As in the ledger: 「令和8年度 入門 第12号」. */
  number: string;
  /** 1 for the first copy; from 2 on the sheet is marked as a 再交付. */
  copy: number;
  name: string;
  /** Printed if the design includes it. */
  kana?: string;
  bornOn?: CivilDate;
  /** The 本文 with every placeholder filled. */
  body: string;
  completedOn: CivilDate;
  issuedOn: CivilDate;
  issuer: string;
  issuerHead: string;
  verifyUrl: string;
  verifyCode: string;
  /** A preview has 「見本」 across the sheet and cannot be mistaken for the document. */
  preview: boolean;
}

/** A picture that a design refers to by id (seal, logo). */
export interface SheetImage {
  id: string;
  bytes: Uint8Array;
}

/** A file inside the PDF, associated with it (PDF/A-3). */
export interface SheetAttachment {
  /** A file name of ASCII letters, digits, dots and hyphens. */
  name: string;
  bytes: Uint8Array;
  mediaType: string;
  description: string;
}

/** How to render a certificate. Plain data: can be sent to a worker thread. */
export interface SheetOptions {
  /** If omitted: the standard sheet. */
  design?: SheetDesign;
  /** The pictures that the design refers to; a missing one is omitted. */
  images?: readonly SheetImage[];
  attachments?: readonly SheetAttachment[];
  /** Leaves the space for the name (and its reading) blank, for the brush. */
  blankName?: boolean;
}

/** The design of a certificate without another: A4, horizontal writing, the council's drawn seal. */
export const standardDesign: SheetDesign = {
  version: 1,
  layout: 'plain',
  language: 'ja',
  typeface: 'mincho',
  numerals: 'kanji',
  border: 'double',
  title: '修了証',
  body: 'あなたは{{fiscalYear}}地域力強化推進事業「{{courseTitle}}」において所定の課程を修了されました よってここにこれを証します',
  honorific: '殿',
  showNumber: true,
  showKana: false,
  showBirthDate: false,
  showCompletedOn: false,
  seal: { kind: 'drawn', text: '古河市社会福祉協議会之印' },
  logo: null,
  qr: 'right',
};

/** What a material (教材) is: a text of the course itself, or a document taken in as PDF. */
export const materialKinds = ['text', 'leaflet', 'bulletin', 'handout'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** The kinds that the office takes in as PDF: リーフレット, 広報の記事, 配布資料. */
export const documentKinds = ['leaflet', 'bulletin', 'handout'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Who may read: anybody, or only the learners of the material's course. */
export const materialAudiences = ['public', 'learners'] as const;
export type MaterialAudience = (typeof materialAudiences)[number];

/** A draft is seen by the office only; an archived one is out of the library and may come back. */
export const materialStates = ['draft', 'published', 'archived'] as const;
export type MaterialState = (typeof materialStates)[number];

/** What becomes of an uploaded PDF: waiting for a worker, at work, pages and text made, or refused with a reason. */
export const documentStates = ['waiting', 'running', 'finished', 'failed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** Why an uploaded PDF was refused. Each has its sentence in the web's messages. */
export const documentFaults = [
  'not_a_pdf',
  'foreign_bytes',
  'broken',
  'protected',
  'no_pages',
  'too_many_pages',
  'page_size',
  'active_content',
  'attachments',
  'fonts_missing',
  'too_heavy',
  'took_too_long',
] as const;
export type DocumentFault = (typeof documentFaults)[number];

/** The greatest number of pages of a document. */
export const mostDocumentPages = 300;
/** The largest PDF that is taken in, in bytes: 50 MiB. */
export const largestDocumentBytes = 50 * 1024 * 1024;

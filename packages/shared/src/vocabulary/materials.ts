/** Kinds of material (教材): a text written for the course, or a document uploaded as PDF. */
export const materialKinds = ['text', 'leaflet', 'bulletin', 'handout'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** The kinds that the office uploads as PDF: リーフレット, 広報の記事, 配布資料. */
export const documentKinds = ['leaflet', 'bulletin', 'handout'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Who may read: everybody, or only learners of the material's course. */
export const materialAudiences = ['public', 'learners'] as const;
export type MaterialAudience = (typeof materialAudiences)[number];

/** A draft is visible to the office only; an archived material is not in the library but can be restored. */
export const materialStates = ['draft', 'published', 'archived'] as const;
export type MaterialState = (typeof materialStates)[number];

/** States of an uploaded PDF: waiting for a worker, running, pages and text ready, or refused with a reason. */
export const documentStates = ['waiting', 'running', 'finished', 'failed'] as const;
export type DocumentState = (typeof documentStates)[number];

/** Why an uploaded PDF was refused. Each has a text in the web's messages. */
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

/** The maximum number of pages of a document. */
export const mostDocumentPages = 300;
/** The maximum size of a PDF in bytes: 50 MiB. */
export const largestDocumentBytes = 50 * 1024 * 1024;

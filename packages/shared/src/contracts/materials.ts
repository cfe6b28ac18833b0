/** Texts of the courses and documents (PDF). Addresses of pages and files are signed and expire (platform/delivery). */
import { z } from 'zod';
import { courseId, lessonId, materialId, uploadId } from '../vocabulary/ids.js';
import {
  documentFaults,
  documentKinds,
  documentStates,
  materialAudiences,
  materialKinds,
  materialStates,
  mostDocumentPages,
} from '../vocabulary/materials.js';
import { count, instant, line, text } from './fields.js';

export const MaterialSection = z
  .object({
    heading: z.string(),
    paragraphs: z.array(z.string()),
    points: z.array(z.string()).optional(),
    tryThis: z.string().optional(),
  })
  .meta({ id: 'MaterialSection' });
export type MaterialSection = z.infer<typeof MaterialSection>;

/** A page of a document as pictures of the same aspect ratio, with its words. Sizes in CSS pixels of `largeUrl`. */
export const DocumentPage = z
  .object({
    number: count,
    width: count,
    height: count,
    /** WebP, 800 and 1600 pixels wide; JPEG 1000 pixels wide for browsers without WebP. */
    smallUrl: z.string(),
    largeUrl: z.string(),
    jpegUrl: z.string(),
    text: z.string(),
  })
  .meta({ id: 'DocumentPage' });
export type DocumentPage = z.infer<typeof DocumentPage>;

/** A processed PDF. `downloadUrl` is the original upload, always served as an attachment. */
export const DocumentView = z
  .object({
    documentId: z.uuid(),
    fileName: z.string(),
    sizeBytes: count,
    pageCount: count,
    downloadUrl: z.string(),
    pages: z.array(DocumentPage),
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

export const MaterialSummary = z
  .object({
    materialId,
    kind: z.enum(materialKinds),
    title: z.string(),
    summary: z.string(),
    /** Reading time in minutes; 0 if not given. */
    minutes: count,
    /** The year of issue (西暦); null if not relevant. */
    year: z.number().int().nullable(),
    /** The author or source (出典). */
    credit: z.string(),
    courseTitle: z.string().nullable(),
    /** For a document: its size, and the first page as a picture. */
    cover: z.object({ pageCount: count, sizeBytes: count, url: z.string() }).nullable(),
  })
  .meta({ id: 'MaterialSummary' });
export type MaterialSummary = z.infer<typeof MaterialSummary>;

export const MaterialListQuery = z
  .object({ q: z.string().trim().max(200).optional() })
  .meta({ id: 'MaterialListQuery' });
export type MaterialListQuery = z.infer<typeof MaterialListQuery>;
export const MaterialList = z.object({ items: z.array(MaterialSummary) }).meta({ id: 'MaterialList' });
export type MaterialList = z.infer<typeof MaterialList>;

/** A text has sections and a glossary, a document has pages. */
export const MaterialView = MaterialSummary.extend({
  sections: z.array(MaterialSection),
  glossary: z.array(z.object({ term: z.string(), reading: z.string(), meaning: z.string() })),
  document: DocumentView.nullable(),
  /** How far the signed-in learner has read; null for everybody else and before the first page is turned. */
  readPage: count.nullable(),
}).meta({ id: 'MaterialView' });
export type MaterialView = z.infer<typeof MaterialView>;

export const ReadingPlaceBody = z
  .object({
    page: z
      .number({ error: 'materials.page_invalid' })
      .int()
      .min(1, { error: 'materials.page_invalid' })
      .max(mostDocumentPages, { error: 'materials.page_invalid' }),
  })
  .meta({ id: 'ReadingPlaceBody' });
export type ReadingPlaceBody = z.infer<typeof ReadingPlaceBody>;
export const ReadingPlaceView = z.object({ page: count }).meta({ id: 'ReadingPlaceView' });
export type ReadingPlaceView = z.infer<typeof ReadingPlaceView>;

/** Processing progress of an uploaded PDF. */
export const PreparationView = z
  .object({
    documentId: z.uuid(),
    /** 1 for the first version of the material. */
    number: count,
    state: z.enum(documentStates),
    fault: z.enum(documentFaults).nullable(),
    fileName: z.string(),
    sizeBytes: count,
    /** Pages ready, out of all; 0 of null before they are counted. */
    donePages: count,
    pageCount: count.nullable(),
    uploadedAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'PreparationView' });
export type PreparationView = z.infer<typeof PreparationView>;

export const OfficeMaterialSummary = z
  .object({
    materialId,
    kind: z.enum(documentKinds),
    title: z.string(),
    summary: z.string(),
    year: z.number().int().nullable(),
    credit: z.string(),
    minutes: count,
    position: count,
    audience: z.enum(materialAudiences),
    courseId: courseId.nullable(),
    courseTitle: z.string().nullable(),
    state: z.enum(materialStates),
    /** The newest uploaded version; null if there is none. */
    newest: PreparationView.nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'OfficeMaterialSummary' });
export type OfficeMaterialSummary = z.infer<typeof OfficeMaterialSummary>;
export const OfficeMaterialList = z
  .object({ items: z.array(OfficeMaterialSummary) })
  .meta({ id: 'OfficeMaterialList' });
export type OfficeMaterialList = z.infer<typeof OfficeMaterialList>;

/** Reasons why a document cannot be published yet. */
export const materialObstacles = ['no_document', 'pages_without_text'] as const;

export const OfficeMaterialView = OfficeMaterialSummary.extend({
  /** Increases with every change of the particulars; a body with an older revision is refused. */
  revision: count,
  /** The newest version whose pages are ready; publishing shows this one. */
  document: DocumentView.nullable(),
  /** Whether readers already see the version in `document`. */
  shown: z.boolean(),
  textRevision: count,
  pagesWithoutText: z.array(count),
  /** The material lessons of the course, and whether each shows this material. */
  lessons: z.array(z.object({ lessonId, courseTitle: z.string(), title: z.string(), shows: z.boolean() })),
  can: z.object({ publish: z.boolean() }),
  obstacles: z.array(z.enum(materialObstacles)),
}).meta({ id: 'OfficeMaterialView' });
export type OfficeMaterialView = z.infer<typeof OfficeMaterialView>;

export const MaterialBody = z
  .object({
    /** The revision that was edited; 0 for a new one. */
    revision: count.default(0),
    kind: z.enum(documentKinds),
    title: line(120, 'materials.title_required'),
    summary: text(500).default(''),
    year: z
      .number({ error: 'materials.year_invalid' })
      .int({ error: 'materials.year_invalid' })
      .min(1950, { error: 'materials.year_invalid' })
      .max(2100, { error: 'materials.year_invalid' })
      .nullable()
      .default(null),
    credit: text(200).default(''),
    minutes: count.max(600).default(0),
    position: count.max(9999).default(0),
    audience: z.enum(materialAudiences),
    courseId: courseId.nullable().default(null),
  })
  .refine((v) => v.audience === 'public' || v.courseId !== null, {
    error: 'materials.course_required',
    path: ['courseId'],
  })
  .meta({ id: 'MaterialBody' });
export type MaterialBody = z.infer<typeof MaterialBody>;

export const DocumentBody = z.object({ uploadId }).meta({ id: 'DocumentBody' });
export type DocumentBody = z.infer<typeof DocumentBody>;

export const DocumentTextBody = z
  .object({
    documentId: z.uuid({ error: 'platform.id_invalid' }),
    revision: count,
    /** One text for each page, in order. */
    pages: z.array(text(20_000)).max(mostDocumentPages, { error: 'materials.text_too_long' }),
  })
  .meta({ id: 'DocumentTextBody' });
export type DocumentTextBody = z.infer<typeof DocumentTextBody>;

export const MaterialPublicationBody = z
  .object({ state: z.enum(materialStates) })
  .meta({ id: 'MaterialPublicationBody' });
export type MaterialPublicationBody = z.infer<typeof MaterialPublicationBody>;

export const MaterialLessonBody = z.object({ lessonId }).meta({ id: 'MaterialLessonBody' });
export type MaterialLessonBody = z.infer<typeof MaterialLessonBody>;

import { z } from 'zod';
import { enrolmentStatuses } from '../vocabulary/enrolment.js';
import { courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { CertificateBatchList } from './certification.batches.js';
import { CompletionView } from './completion.js';
import { civilDate, count, instant } from './fields.js';
import { ClassSessionAgendaItem } from './sessions.js';

export const RunReport = z
  .object({
    courseRunId,
    courseTitle: z.string(),
    runName: z.string(),
    fiscalYear: z.number().int(),
    capacity: count,
    applied: count,
    waitlisted: count,
    confirmed: count,
    started: count,
    readyToCertify: count,
    completed: count,
    certificates: count,
    nextSessionOn: civilDate.nullable(),
  })
  .meta({ id: 'RunReport' });
export type RunReport = z.infer<typeof RunReport>;
export const RunReportList = z.object({ items: z.array(RunReport) }).meta({ id: 'RunReportList' });
export type RunReportList = z.infer<typeof RunReportList>;

export const OfficeHome = z
  .object({
    today: civilDate,
    applicationsWaiting: count,
    waitlisted: count,
    readyToCertify: count,
    /** People who report a wrong character in their name or accept another form of it. */
    namesInQuestion: count,
    mailFailed: count,
    lettersToPrint: count,
    /** Pending applications for 活動登録, and registrations due for renewal. */
    supportersWaiting: count,
    renewalsDue: count,
    /** Batches of certificates being issued at the moment. */
    issuing: CertificateBatchList.shape.items,
    comingSessions: z.array(ClassSessionAgendaItem),
    runs: z.array(RunReport),
  })
  .meta({ id: 'OfficeHome' });
export type OfficeHome = z.infer<typeof OfficeHome>;

export const BoardCard = z
  .object({
    enrolmentId,
    personId,
    name: z.string(),
    kana: z.string(),
    status: z.enum(enrolmentStatuses),
    requiredDone: count,
    requiredTotal: count,
    attended: count,
    bestQuizPercent: count.nullable(),
    lastActiveAt: instant.nullable(),
    missing: CompletionView.shape.missing,
    complete: z.boolean(),
    certificateNumber: z.string().nullable(),
  })
  .meta({ id: 'BoardCard' });
export type BoardCard = z.infer<typeof BoardCard>;
export const RunBoard = z.object({ run: RunReport, cards: z.array(BoardCard) }).meta({ id: 'RunBoard' });
export type RunBoard = z.infer<typeof RunBoard>;

export const GroupViewingReportRow = z
  .object({
    /** District, 行政自治会 or film; null if a showing has none, and for the total. */
    label: z.string().nullable(),
    /** Showings held as a whole. */
    showings: count,
    interrupted: count,
    /** People at showings held as a whole: those on the list by name, and the others. */
    people: count,
    credited: count,
    notCredited: count,
  })
  .meta({ id: 'GroupViewingReportRow' });
export type GroupViewingReportRow = z.infer<typeof GroupViewingReportRow>;
export const GroupViewingReport = z
  .object({
    fiscalYear: z.number().int(),
    total: GroupViewingReportRow,
    byDistrict: z.array(GroupViewingReportRow),
    byAssociation: z.array(GroupViewingReportRow),
    byFilm: z.array(GroupViewingReportRow),
  })
  .meta({ id: 'GroupViewingReport' });
export type GroupViewingReport = z.infer<typeof GroupViewingReport>;

export const ExportQuery = z
  .object({ courseRunId: courseRunId.optional(), fiscalYear: z.coerce.number().int().optional() })
  .meta({ id: 'ExportQuery' });
export type ExportQuery = z.infer<typeof ExportQuery>;

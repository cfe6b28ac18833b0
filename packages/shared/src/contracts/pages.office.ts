import { z } from 'zod';
import { applicationId, notificationId, personId, supporterId } from '../vocabulary/ids.js';
import { PairCandidateList, PairList } from './activities.js';
import { BatchItemPage, CertificateBatchList, CertificateBatchView } from './certification.batches.js';
import { CertificateDesignList } from './certification.designs.js';
import { EnvelopeList } from './certification.envelopes.js';
import { CertificateView, ReissuePreview } from './certification.js';
import { CompletionView } from './completion.js';
import { NameConfirmationView } from './completion.name-confirmation.js';
import { CourseRunAdminView, CourseRunView, CourseSummary } from './courses.js';
import { ApplicationPage, ApplicationRow, ApplicationView } from './enrolment.js';
import { count } from './fields.js';
import { CertificateHistory, LedgerChoices, LedgerPage } from './ledger.js';
import { PaperRecordView } from './ledger.paper-records.js';
import { OfficeMaterialView } from './materials.js';
import { NotificationPage, NotificationView } from './notifications.js';
import { DistrictView, HistoryEntry, PersonRow, PersonView } from './people.js';
import { RunBoard } from './reporting.js';
import { SupporterActivityView, SupporterOfPerson, SupporterPage, SupporterView } from './supporters.js';
import { TemplateList } from './templates.js';
import { CaptionTrackView, OfficeVideoSummary, OfficeVideoView } from './video.js';

const districts = z.array(DistrictView);
const activities = z.array(SupporterActivityView);

/** A run as one of the choices of a filter. */
const RunChoice = CourseRunView.pick({ courseRunId: true, courseTitle: true, name: true });
/** A run as one that an application may be entered for. */
const OpenRun = RunChoice.extend(CourseRunView.pick({ placesLeft: true, window: true }).shape);
const CourseChoice = CourseSummary.pick({ courseId: true, title: true });
const Instructor = PersonRow.pick({ personId: true, name: true });

/** Any number of ids in the query. */
const idsOf = <Id extends z.ZodType>(id: Id, most: number) =>
  z.preprocess((given) => [given ?? []].flat(), z.array(id).max(most, { error: 'platform.invalid_input' }));

/** As many as one page of the inbox shows. */
export const mostChosen = 50;
/** As many letters as a stapler and a patient person take at once. */
export const mostLetters = 30;

export const OfficePersonPage = z
  .object({
    person: PersonView,
    history: z.array(HistoryEntry),
    applications: z.array(ApplicationRow),
    districts,
    supporter: SupporterOfPerson,
    name: NameConfirmationView,
  })
  .meta({ id: 'OfficePersonPage' });
export type OfficePersonPage = z.infer<typeof OfficePersonPage>;

export const PersonFormQuery = z.object({ from: applicationId.optional() }).meta({ id: 'PersonFormQuery' });
export type PersonFormQuery = z.infer<typeof PersonFormQuery>;
export const PersonFormPage = z
  .object({
    person: PersonView,
    districts,
    /** The application whose answers are offered. */
    application: ApplicationView.nullable(),
  })
  .meta({ id: 'PersonFormPage' });
export type PersonFormPage = z.infer<typeof PersonFormPage>;

export const ApplicationsPage = z
  .object({ list: ApplicationPage, runs: z.array(RunChoice) })
  .meta({ id: 'ApplicationsPage' });
export type ApplicationsPage = z.infer<typeof ApplicationsPage>;

export const OfficeApplicationPage = z
  .object({
    view: ApplicationView,
    /** The record where it differs from the application. Then the access to it is recorded. */
    person: PersonView.nullable(),
  })
  .meta({ id: 'OfficeApplicationPage' });
export type OfficeApplicationPage = z.infer<typeof OfficeApplicationPage>;

export const ChosenApplicationsQuery = z
  .object({ id: idsOf(applicationId, mostChosen) })
  .meta({ id: 'ChosenApplicationsQuery' });
export type ChosenApplicationsQuery = z.infer<typeof ChosenApplicationsQuery>;
export const ChosenApplicationsPage = z
  .object({ items: z.array(ApplicationView) })
  .meta({ id: 'ChosenApplicationsPage' });
export type ChosenApplicationsPage = z.infer<typeof ChosenApplicationsPage>;

export const ApplicationEntryQuery = z
  .object({
    /** Whose record the form begins with; then the access to it is recorded. */
    person: personId.optional(),
  })
  .meta({ id: 'ApplicationEntryQuery' });
export type ApplicationEntryQuery = z.infer<typeof ApplicationEntryQuery>;
export const ApplicationEntryPage = z
  .object({ runs: z.array(OpenRun), districts, person: PersonView.nullable() })
  .meta({ id: 'ApplicationEntryPage' });
export type ApplicationEntryPage = z.infer<typeof ApplicationEntryPage>;

export const OfficeLedgerPage = z
  .object({ list: LedgerPage, choices: LedgerChoices, runs: z.array(RunChoice) })
  .meta({ id: 'OfficeLedgerPage' });
export type OfficeLedgerPage = z.infer<typeof OfficeLedgerPage>;

export const OfficeCertificatePage = z
  .object({
    certificate: CertificateView,
    history: CertificateHistory,
    /** What the next copy of a valid certificate would say. */
    preview: ReissuePreview.nullable(),
  })
  .meta({ id: 'OfficeCertificatePage' });
export type OfficeCertificatePage = z.infer<typeof OfficeCertificatePage>;

export const PaperRecordPage = z
  .object({ record: PaperRecordView, courses: z.array(CourseChoice) })
  .meta({ id: 'PaperRecordPage' });
export type PaperRecordPage = z.infer<typeof PaperRecordPage>;

export const CertificateTemplatesPage = z
  .object({ templates: TemplateList.shape.items, courses: CertificateDesignList.shape.items })
  .meta({ id: 'CertificateTemplatesPage' });
export type CertificateTemplatesPage = z.infer<typeof CertificateTemplatesPage>;

export const OfficeRunPage = z
  .object({ run: CourseRunAdminView, board: RunBoard, batches: CertificateBatchList.shape.items })
  .meta({ id: 'OfficeRunPage' });
export type OfficeRunPage = z.infer<typeof OfficeRunPage>;

export const NewRunPage = z
  .object({ courses: z.array(CourseChoice), instructors: z.array(Instructor) })
  .meta({ id: 'NewRunPage' });
export type NewRunPage = z.infer<typeof NewRunPage>;

export const RunFormPage = z
  .object({ run: CourseRunAdminView, instructors: z.array(Instructor) })
  .meta({ id: 'RunFormPage' });
export type RunFormPage = z.infer<typeof RunFormPage>;

export const RunCompletionsPage = z
  .object({ run: CourseRunAdminView, completions: z.array(CompletionView) })
  .meta({ id: 'RunCompletionsPage' });
export type RunCompletionsPage = z.infer<typeof RunCompletionsPage>;

export const RunCertificatesPage = RunCompletionsPage.extend({
  batches: CertificateBatchList.shape.items,
  /** Null as long as nobody has a certificate. */
  envelopes: EnvelopeList.nullable(),
}).meta({ id: 'RunCertificatesPage' });
export type RunCertificatesPage = z.infer<typeof RunCertificatesPage>;

export const CertificateBatchPage = z
  .object({
    batch: CertificateBatchView,
    /** Null until it is finished. */
    list: BatchItemPage.nullable(),
    envelopes: EnvelopeList.nullable(),
  })
  .meta({ id: 'CertificateBatchPage' });
export type CertificateBatchPage = z.infer<typeof CertificateBatchPage>;

export const SupportersPage = z
  .object({ list: SupporterPage, activities, districts })
  .meta({ id: 'SupportersPage' });
export type SupportersPage = z.infer<typeof SupportersPage>;

export const OfficeSupporterPage = z
  .object({
    supporter: SupporterView,
    candidates: PairCandidateList,
    pairs: PairList.shape.items,
    pledgeVersion: count,
  })
  .meta({ id: 'OfficeSupporterPage' });
export type OfficeSupporterPage = z.infer<typeof OfficeSupporterPage>;

export const SupporterFormPage = z
  .object({ supporter: SupporterView, activities, districts })
  .meta({ id: 'SupporterFormPage' });
export type SupporterFormPage = z.infer<typeof SupporterFormPage>;

export const PairFormQuery = z.object({ with: supporterId.optional() }).meta({ id: 'PairFormQuery' });
export type PairFormQuery = z.infer<typeof PairFormQuery>;
export const PairFormPage = z
  .object({ first: SupporterView, second: SupporterView, activities })
  .meta({ id: 'PairFormPage' });
export type PairFormPage = z.infer<typeof PairFormPage>;

export const SupporterEntryPage = z
  .object({
    person: PersonRow.pick({ personId: true, name: true }),
    can: SupporterOfPerson.shape.can,
    activities,
    districts,
    pledgeVersion: count,
  })
  .meta({ id: 'SupporterEntryPage' });
export type SupporterEntryPage = z.infer<typeof SupporterEntryPage>;

export const MeetingFormPage = z.object({ activities, districts }).meta({ id: 'MeetingFormPage' });
export type MeetingFormPage = z.infer<typeof MeetingFormPage>;

export const NotificationsPage = z
  .object({
    list: NotificationPage,
    /** Mail that failed, and letters that wait to be printed. */
    counts: z.object({ failed: count, letters: count }),
  })
  .meta({ id: 'NotificationsPage' });
export type NotificationsPage = z.infer<typeof NotificationsPage>;

export const LettersQuery = z.object({ id: idsOf(notificationId, mostLetters) }).meta({ id: 'LettersQuery' });
export type LettersQuery = z.infer<typeof LettersQuery>;
export const LettersPage = z.object({ letters: z.array(NotificationView) }).meta({ id: 'LettersPage' });
export type LettersPage = z.infer<typeof LettersPage>;

export const CaptionsPage = z
  .object({
    film: OfficeVideoView,
    track: CaptionTrackView,
    /** The Japanese cues to translate from, where the language has none yet. */
    japanese: CaptionTrackView.shape.cues,
  })
  .meta({ id: 'CaptionsPage' });
export type CaptionsPage = z.infer<typeof CaptionsPage>;

export const FilmFormPage = z
  .object({ film: OfficeVideoView, films: z.array(OfficeVideoSummary) })
  .meta({ id: 'FilmFormPage' });
export type FilmFormPage = z.infer<typeof FilmFormPage>;

export const MaterialFormPage = z
  .object({ material: OfficeMaterialView, courses: z.array(CourseChoice) })
  .meta({ id: 'MaterialFormPage' });
export type MaterialFormPage = z.infer<typeof MaterialFormPage>;

/** Group viewings. Whoever opened one holds it; the office sees and corrects all of them; others get 404. */
import { z } from 'zod';
import { districtId, groupViewingId, personId, videoId } from '../vocabulary/ids.js';
import { attendeeWays, groupViewingStates } from '../vocabulary/viewings.js';
import { filmVersions } from '../vocabulary/video.js';
import { civilDate, count, instant, line, timeOfDay } from './fields.js';
import { HistoryEntry } from './people.js';
import { VideoView } from './video.js';

const people = z
  .number({ error: 'viewings.count_invalid' })
  .int({ error: 'viewings.count_invalid' })
  .min(0, { error: 'viewings.count_invalid' })
  .max(2_000, { error: 'viewings.count_invalid' });
const reason = line(300, 'viewings.reason_required');

/** A film that can be shown. */
export const ShowableFilm = z
  .object({ videoId, title: z.string(), version: z.enum(filmVersions), durationMs: count })
  .meta({ id: 'ShowableFilm' });
export type ShowableFilm = z.infer<typeof ShowableFilm>;
export const ShowableFilmList = z.object({ items: z.array(ShowableFilm) }).meta({ id: 'ShowableFilmList' });
export type ShowableFilmList = z.infer<typeof ShowableFilmList>;

export const GroupViewingSummary = z
  .object({
    groupViewingId,
    film: ShowableFilm,
    organiserName: z.string(),
    /** The name of the 行政自治会 as its members write it. */
    association: z.string(),
    districtId: districtId.nullable(),
    /** Area and district, 「総和 駒羽根」; null if none was chosen. */
    districtName: z.string().nullable(),
    place: z.string(),
    heldOn: civilDate,
    startsAt: instant,
    endsAt: instant,
    expectedCount: count,
    state: z.enum(groupViewingStates),
    /** Number of people on the list by name. */
    attendeeCount: count,
    /** Of these, the number whose course includes the film. */
    creditedCount: count,
    /** People who were present but are not on the list; null until the showing is closed. */
    othersCount: count.nullable(),
    /** A plan is due one month before, a report two weeks after (the city's rule for group courses). */
    planDueOn: civilDate,
    reportDueOn: civilDate,
    /** The next thing to do; `report_overdue` once the report is past its due date. */
    nextStep: z.enum(['wait', 'hold', 'report', 'report_overdue', 'none']),
  })
  .meta({ id: 'GroupViewingSummary' });
export type GroupViewingSummary = z.infer<typeof GroupViewingSummary>;

/** Fiscal year; defaults to the current one. */
export const GroupViewingListQuery = z
  .object({ fiscalYear: z.coerce.number().int().min(2000).max(2200).optional() })
  .meta({ id: 'GroupViewingListQuery' });
export type GroupViewingListQuery = z.infer<typeof GroupViewingListQuery>;
export const GroupViewingList = z
  .object({ fiscalYear: z.number().int(), items: z.array(GroupViewingSummary) })
  .meta({ id: 'GroupViewingList' });
export type GroupViewingList = z.infer<typeof GroupViewingList>;

export const ViewingAttendee = z
  .object({
    personId,
    name: z.string(),
    kana: z.string(),
    cameBy: z.enum(attendeeWays),
    recordedAt: instant,
    /**
     * Whether the showing is, or will be at closing, credited to the person: one of their enrolments includes the film.
     */
    enrolled: z.boolean(),
    credited: z.boolean(),
  })
  .meta({ id: 'ViewingAttendee' });
export type ViewingAttendee = z.infer<typeof ViewingAttendee>;

export const GroupViewingView = GroupViewingSummary.extend({
  attendees: z.array(ViewingAttendee),
  /** People taken off the list, with the reason. */
  removed: z.array(z.object({ personId, name: z.string(), reason: z.string(), removedAt: instant })),
  stateReason: z.string().nullable(),
  /** Increases with every change of the plan; a correction with an older revision is refused. */
  revision: count,
  /** Check-in is open from 30 minutes before the start until 60 minutes after the end. */
  checkInFrom: instant,
  checkInUntil: instant,
  checkInOpen: z.boolean(),
  can: z.object({
    /**
     * Whether people can be entered: not before check-in opens, and no later than two weeks after the day (the office
     * always can).
     */
    enter: z.boolean(),
    /**
     * Whether people can be looked up by name; an organiser can only use cards and cannot see other people's records.
     */
    lookUp: z.boolean(),
    close: z.boolean(),
    cancel: z.boolean(),
    reopen: z.boolean(),
    correct: z.boolean(),
    /** Whether a correction needs a reason because the showing is closed. */
    correctWithReason: z.boolean(),
  }),
  history: z.array(HistoryEntry),
}).meta({ id: 'GroupViewingView' });
export type GroupViewingView = z.infer<typeof GroupViewingView>;

const plan = {
  videoId,
  association: line(100, 'viewings.association_required'),
  districtId: districtId.nullable(),
  place: line(100, 'viewings.place_required'),
  heldOn: civilDate,
  /** `HH:MM` in Japan. */
  from: timeOfDay,
  to: timeOfDay,
  expectedCount: people,
};

export const GroupViewingBody = z.object(plan).meta({ id: 'GroupViewingBody' });
export type GroupViewingBody = z.infer<typeof GroupViewingBody>;

export const GroupViewingCorrection = z
  .object({
    ...plan,
    revision: count,
    /** Only for a closed showing. */
    othersCount: people.nullable().default(null),
    /** Required once the showing is closed. */
    reason: reason.optional(),
  })
  .meta({ id: 'GroupViewingCorrection' });
export type GroupViewingCorrection = z.infer<typeof GroupViewingCorrection>;

/** What the projected page shows. */
export const ViewingScreen = z
  .object({
    groupViewingId,
    film: VideoView,
    association: z.string(),
    place: z.string(),
    heldOn: civilDate,
    startsAt: instant,
    state: z.enum(groupViewingStates),
    code: z.string(),
    /** The address in the QR code. */
    checkInUrl: z.string(),
    checkInFrom: instant,
    checkInUntil: instant,
    checkInOpen: z.boolean(),
    attendeeCount: count,
  })
  .meta({ id: 'ViewingScreen' });
export type ViewingScreen = z.infer<typeof ViewingScreen>;

/** Name, kana, phone or card number; without it, everybody whose course includes the film. */
export const CandidateQuery = z
  .object({ q: z.string().trim().max(200).optional() })
  .meta({ id: 'CandidateQuery' });
export type CandidateQuery = z.infer<typeof CandidateQuery>;
export const Candidate = z
  .object({
    personId,
    name: z.string(),
    kana: z.string(),
    districtName: z.string().nullable(),
    enrolled: z.boolean(),
    present: z.boolean(),
  })
  .meta({ id: 'Candidate' });
export type Candidate = z.infer<typeof Candidate>;
export const CandidateList = z
  .object({ items: z.array(Candidate), more: z.boolean() })
  .meta({ id: 'CandidateList' });
export type CandidateList = z.infer<typeof CandidateList>;

export const AttendeesBody = z
  .object({
    personIds: z
      .array(personId)
      .min(1, { error: 'viewings.nobody_chosen' })
      .max(500, { error: 'platform.invalid_input' }),
  })
  .meta({ id: 'AttendeesBody' });
export type AttendeesBody = z.infer<typeof AttendeesBody>;

/** The number of a 受講カード, typed or as read from its QR code. */
export const ViewingCardBody = z
  .object({ cardNumber: z.string().trim().min(1, { error: 'people.card_number_invalid' }).max(200) })
  .meta({ id: 'ViewingCardBody' });
export type ViewingCardBody = z.infer<typeof ViewingCardBody>;

/** The new record, or the existing one. */
export const ViewingCheckIn = z
  .object({
    name: z.string(),
    recordedAt: instant,
    already: z.boolean(),
    place: z.string(),
    heldOn: civilDate,
    filmTitle: z.string(),
  })
  .meta({ id: 'ViewingCheckIn' });
export type ViewingCheckIn = z.infer<typeof ViewingCheckIn>;

export const ClosingBody = z
  .object({
    /** `held`: shown as a whole, attendees get credit. `interrupted`: 途中まで, nobody gets credit. */
    outcome: z.enum(['held', 'interrupted'], { error: 'viewings.outcome_required' }),
    othersCount: people,
  })
  .meta({ id: 'ClosingBody' });
export type ClosingBody = z.infer<typeof ClosingBody>;

export const ReasonBody = z.object({ reason }).meta({ id: 'ReasonBody' });
export type ReasonBody = z.infer<typeof ReasonBody>;

/** The code in the QR code of a showing: eight digits, with or without a hyphen. */
export const viewingCode = z
  .string()
  .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
  .refine((code) => /^\d{8}$/.test(code), { error: 'platform.id_invalid' });

/** What a phone shows after scanning the QR code; contains personal data of its own user only. */
export const ViewingDoor = z
  .object({
    filmTitle: z.string(),
    association: z.string(),
    place: z.string(),
    heldOn: civilDate,
    startsAt: instant,
    checkInFrom: instant,
    checkInUntil: instant,
    door: z.enum(['early', 'open', 'over', 'cancelled']),
    /** The person signed in on this phone. */
    me: z.object({ name: z.string(), recordedAt: instant.nullable() }).nullable(),
  })
  .meta({ id: 'ViewingDoor' });
export type ViewingDoor = z.infer<typeof ViewingDoor>;

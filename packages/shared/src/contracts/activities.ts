import { z } from 'zod';
import {
  districtId,
  personId,
  supporterActivityId,
  supporterId,
  supporterMeetingId,
  supporterPairId,
} from '../vocabulary/ids.js';
import { meetingReplies, supporterSlots, supporterStates } from '../vocabulary/supporters.js';
import { civilDate, count, instant, line, text, timeOfDay } from './fields.js';

const Half = z.object({ supporterId, personId, name: z.string(), kana: z.string() });

/** A possible partner for a supporter, and the reasons. */
export const PairCandidate = Half.extend({
  score: count,
  activities: z.array(z.string()),
  slots: z.array(z.enum(supporterSlots)),
  districts: z.array(z.string()),
  /** True if one of the two can go anywhere in the city, so that the other's districts count. */
  anywhere: z.boolean(),
  sameHousehold: z.boolean(),
  openPairs: count,
}).meta({ id: 'PairCandidate' });
export type PairCandidate = z.infer<typeof PairCandidate>;
export const PairCandidateList = z
  .object({
    items: z.array(PairCandidate),
    /** The total number; only the best candidates are listed. */
    total: count,
  })
  .meta({ id: 'PairCandidateList' });
export type PairCandidateList = z.infer<typeof PairCandidateList>;

export const PairBody = z
  .object({
    firstId: supporterId,
    secondId: supporterId,
    activityId: supporterActivityId.optional(),
    note: text(500).optional(),
  })
  .meta({ id: 'PairBody' });
export type PairBody = z.infer<typeof PairBody>;
export const PairListQuery = z
  .object({ supporterId: supporterId.optional(), dissolved: z.stringbool().optional() })
  .meta({ id: 'PairListQuery' });
export type PairListQuery = z.infer<typeof PairListQuery>;
export const DissolutionBody = z
  .object({ reason: line(300, 'supporters.reason_required') })
  .meta({ id: 'DissolutionBody' });
export type DissolutionBody = z.infer<typeof DissolutionBody>;
const PairHalf = Half.extend({ state: z.enum(supporterStates) });
export const PairView = z
  .object({
    supporterPairId,
    first: PairHalf,
    second: PairHalf,
    activity: z.string().nullable(),
    note: z.string().nullable(),
    madeOn: civilDate,
    dissolvedOn: civilDate.nullable(),
    dissolvedReason: z.string().nullable(),
  })
  .meta({ id: 'PairView' });
export type PairView = z.infer<typeof PairView>;
export const PairList = z.object({ items: z.array(PairView) }).meta({ id: 'PairList' });
export type PairList = z.infer<typeof PairList>;

/** フォローアップの集い; without districts or activities, all active supporters are invited. */
export const MeetingBody = z
  .object({
    title: line(100, 'supporters.title_required'),
    heldOn: civilDate,
    from: timeOfDay,
    to: timeOfDay,
    hall: line(100, 'supporters.place_required'),
    hallAddress: line(200, 'supporters.place_required'),
    capacity: z.coerce.number().int().min(1, { error: 'supporters.capacity_invalid' }).max(1000).optional(),
    note: text(1000).optional(),
    districtIds: z.array(districtId).max(300).default([]),
    activityIds: z.array(supporterActivityId).max(40).default([]),
  })
  .refine((v) => v.from < v.to, { error: 'supporters.times_invalid', path: ['to'] })
  .meta({ id: 'MeetingBody' });
export type MeetingBody = z.infer<typeof MeetingBody>;

const meeting = {
  supporterMeetingId,
  title: z.string(),
  heldOn: civilDate,
  startsAt: instant,
  endsAt: instant,
  hall: z.string(),
  hallAddress: z.string(),
  note: z.string().nullable(),
  capacity: count.nullable(),
  cancelled: z.boolean(),
};
const figures = { invited: count, coming: count, absent: count, attended: count };
export const MeetingView = z
  .object({
    ...meeting,
    ...figures,
    can: z.object({ cancel: z.boolean(), record: z.boolean() }),
    people: z.array(
      Half.extend({
        phone: z.string().nullable(),
        reply: z.enum(meetingReplies).nullable(),
        attended: z.boolean().nullable(),
      }),
    ),
  })
  .meta({ id: 'MeetingView' });
export type MeetingView = z.infer<typeof MeetingView>;
export const MeetingList = z
  .object({ items: z.array(z.object({ ...meeting, ...figures })) })
  .meta({ id: 'MeetingList' });
export type MeetingList = z.infer<typeof MeetingList>;
export const MeetingCancellationBody = z
  .object({ reason: line(300, 'supporters.reason_required') })
  .meta({ id: 'MeetingCancellationBody' });
export type MeetingCancellationBody = z.infer<typeof MeetingCancellationBody>;
export const MeetingAttendanceBody = z
  .object({ supporterId, attended: z.boolean().nullable() })
  .meta({ id: 'MeetingAttendanceBody' });
export type MeetingAttendanceBody = z.infer<typeof MeetingAttendanceBody>;

export const MeetingReplyBody = z
  .object({ reply: z.enum(meetingReplies, { error: 'supporters.reply_required' }) })
  .meta({ id: 'MeetingReplyBody' });
export type MeetingReplyBody = z.infer<typeof MeetingReplyBody>;
export const MyMeetingList = z
  .object({
    items: z.array(
      z.object({
        ...meeting,
        reply: z.enum(meetingReplies).nullable(),
        placesLeft: count.nullable(),
        can: z.object({ reply: z.boolean() }),
      }),
    ),
  })
  .meta({ id: 'MyMeetingList' });
export type MyMeetingList = z.infer<typeof MyMeetingList>;

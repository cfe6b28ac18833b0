/** Training days. Instructors see those of their own runs, the office all; others get 404. */
import { z } from 'zod';
import { attendanceStatuses } from '../vocabulary/sessions.js';
import { accommodationWishes } from '../vocabulary/enrolment.js';
import { courseRunId, enrolmentId, personId } from '../vocabulary/ids.js';
import { ClassSessionView } from './courses.js';
import { count, instant, line } from './fields.js';

const status = z.enum(attendanceStatuses);

export const ClassSessionAgendaItem = ClassSessionView.extend({
  courseRunId,
  courseTitle: z.string(),
  runName: z.string(),
  enrolled: count,
  marked: count,
  when: z.enum(['past', 'today', 'coming']),
}).meta({ id: 'ClassSessionAgendaItem' });
export type ClassSessionAgendaItem = z.infer<typeof ClassSessionAgendaItem>;
export const ClassSessionAgenda = z
  .object({ items: z.array(ClassSessionAgendaItem) })
  .meta({ id: 'ClassSessionAgenda' });
export type ClassSessionAgenda = z.infer<typeof ClassSessionAgenda>;

export const RosterRow = z
  .object({
    enrolmentId,
    personId,
    number: count,
    name: z.string(),
    kana: z.string(),
    wishes: z.array(z.enum(accommodationWishes)),
    status: status.nullable(),
    markedAt: instant.nullable(),
    markedBy: z.string().nullable(),
    by: z.enum(['hand', 'card']).nullable(),
    reason: z.string().nullable(),
    corrections: count,
    /** The person attended another date of the same training day. */
    attendedElsewhere: z.boolean(),
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.infer<typeof RosterRow>;

export const RosterView = z
  .object({
    classSession: ClassSessionAgendaItem,
    rows: z.array(RosterRow),
    can: z.object({ record: z.boolean() }),
    /** Card check-in is open from 90 minutes before the start until 60 minutes after the end. */
    checkInOpen: z.boolean(),
  })
  .meta({ id: 'RosterView' });
export type RosterView = z.infer<typeof RosterView>;

export const AttendanceBody = z
  .object({
    status,
    /** Required when an earlier mark is changed. */
    reason: line(300, 'sessions.reason_required').optional(),
  })
  .meta({ id: 'AttendanceBody' });
export type AttendanceBody = z.infer<typeof AttendanceBody>;

export const CheckInBody = z
  .object({ cardNumber: z.string().trim().min(1, { error: 'people.card_number_invalid' }).max(200) })
  .meta({ id: 'CheckInBody' });
export type CheckInBody = z.infer<typeof CheckInBody>;
export const CheckInView = z
  .object({ row: RosterRow, alreadyCheckedIn: z.boolean() })
  .meta({ id: 'CheckInView' });
export type CheckInView = z.infer<typeof CheckInView>;

export const MyAttendance = z
  .object({ classSession: ClassSessionView, status: status.nullable() })
  .meta({ id: 'MyAttendance' });
export type MyAttendance = z.infer<typeof MyAttendance>;
export const MyAttendanceList = z.object({ items: z.array(MyAttendance) }).meta({ id: 'MyAttendanceList' });
export type MyAttendanceList = z.infer<typeof MyAttendanceList>;

import type { AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';

/** Somebody's attendance of a training day was written or corrected. */
export const attendanceRecorded = 'sessions.attendance_recorded';
export interface AttendanceRecorded {
  classSessionId: string;
  enrolmentId: string;
  status: AttendanceStatus;
}

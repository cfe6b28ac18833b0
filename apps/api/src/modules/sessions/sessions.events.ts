import type { AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';

/** A person's attendance at a training day was recorded or corrected. */
export const attendanceRecorded = 'sessions.attendance_recorded';
export interface AttendanceRecorded {
  classSessionId: string;
  enrolmentId: string;
  status: AttendanceStatus;
}

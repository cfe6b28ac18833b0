import { classSessionId, enrolmentId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  AttendanceBody,
  CheckInBody,
  CheckInView,
  ClassSessionAgenda,
  MyAttendanceList,
  RosterRow,
  RosterView,
} from './sessions.js';

export const sessionsEndpoints = {
  listClassSessions: endpoint({
    method: 'GET',
    path: '/api/class-sessions',
    access: 'session.read',
    summary: 'From today on, then the last past ones.',
    answer: ClassSessionAgenda,
  }),
  getRoster: endpoint({
    method: 'GET',
    path: '/api/class-sessions/:classSessionId/roster',
    access: 'session.read',
    params: { classSessionId },
    answer: RosterView,
  }),
  recordAttendance: endpoint({
    method: 'PUT',
    path: '/api/class-sessions/:classSessionId/attendance/:enrolmentId',
    access: 'attendance.record',
    params: { classSessionId, enrolmentId },
    body: AttendanceBody,
    answer: RosterRow,
  }),
  checkInToSession: endpoint({
    method: 'POST',
    path: '/api/class-sessions/:classSessionId/check-ins',
    access: 'attendance.record',
    summary: 'Repeated: the same record.',
    params: { classSessionId },
    body: CheckInBody,
    answer: CheckInView,
  }),
  markRemainingAbsent: endpoint({
    method: 'POST',
    path: '/api/class-sessions/:classSessionId/remaining-absent',
    access: 'attendance.record',
    summary: 'Everybody not marked becomes absent.',
    params: { classSessionId },
    answer: RosterView,
  }),
  listOwnAttendance: endpoint({
    method: 'GET',
    path: '/api/me/enrolments/:enrolmentId/attendance',
    access: 'learning.self',
    params: { enrolmentId },
    answer: MyAttendanceList,
  }),
};

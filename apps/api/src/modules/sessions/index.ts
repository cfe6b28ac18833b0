export { SessionsModule } from './sessions.module.js';
export {
  attendanceFactsOf,
  attendanceListOf,
  AttendanceReader,
  type AttendanceFacts,
  type AttendanceMark,
} from './attendance.reader.js';
export { SessionsReader } from './sessions.reader.js';
export { attendanceRecorded, type AttendanceRecorded } from './sessions.events.js';

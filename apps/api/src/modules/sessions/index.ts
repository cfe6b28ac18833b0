export { SessionsModule } from './sessions.module.js';
export { AttendanceReader, type AttendanceFacts } from './attendance.reader.js';
export { SessionsReader } from './sessions.reader.js';
export { attendanceRecorded, type AttendanceRecorded } from './sessions.events.js';

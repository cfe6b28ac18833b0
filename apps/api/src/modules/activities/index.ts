export { ActivitiesModule } from './activities.module.js';
export { MeetingReader } from './meetings/meeting.reader.js';

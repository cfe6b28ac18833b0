export { ActivitiesModule } from './activities.module.js';
export { PairCandidateReader } from './pairs/pair-candidate.reader.js';
export { PairReader } from './pairs/pair.reader.js';
export { MeetingReader } from './meetings/meeting.reader.js';

export { SupportersDaily } from './supporters.daily.service.js';
export { supporterEvents, type SupporterEvent, type SupporterFact } from './supporters.events.js';
export { SupporterMeetingsReader } from './supporters.meetings.reader.js';
export { SupportersModule } from './supporters.module.js';
export { SupportersReader } from './supporters.reader.js';

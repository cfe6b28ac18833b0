export { RegistrationDraftService } from './registration/registration-draft.service.js';
export { SupporterSettingsReader } from './settings/supporter-settings.reader.js';
export { SupportersDailyService } from './supporters.daily.service.js';
export { type SupporterEvent, type SupporterFact, supporterEvents } from './supporters.events.js';
export { type NotedSupporter, SupportersHistoryService } from './supporters.history.service.js';
export { SupportersModule } from './supporters.module.js';
export { SupportersReader } from './supporters.reader.js';
export { SupportersService } from './supporters.service.js';

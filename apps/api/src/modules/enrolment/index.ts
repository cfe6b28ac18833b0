export { DraftToken } from './enrolment.draft.cookie.js';
export { EnrolmentDraftService } from './enrolment.draft.service.js';
export { EnrolmentOfficeReader } from './enrolment.office.reader.js';
export { enrolmentEvents, type EnrolmentEvent } from './enrolment.events.js';
export { EnrolmentModule } from './enrolment.module.js';
export { EnrolmentReader, type EnrolmentFacts, type ReplyWish } from './enrolment.reader.js';
export { EnrolmentLearnersReader, type LearnerScope } from './enrolment.learners.reader.js';
export { EnrolmentService } from './enrolment.service.js';
export { toEnrolmentView, type MyRow } from './enrolment.own.mapper.js';

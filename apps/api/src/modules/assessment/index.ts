export { AssessmentModule } from './assessment.module.js';
export { AssessmentCatalogueService, type QuizImport } from './assessment.catalogue.service.js';
export { quizPassed, type QuizPassed } from './assessment.events.js';
export { AssessmentReader } from './assessment.reader.js';
export { AttemptService } from './attempt.service.js';

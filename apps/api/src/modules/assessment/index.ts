export { AssessmentModule } from './assessment.module.js';
export { AssessmentCatalogue, type QuizImport } from './assessment.catalogue.service.js';
export { quizPassed, type QuizPassed } from './assessment.events.js';
export { AssessmentReader } from './assessment.reader.js';
export { Attempts } from './assessment.service.js';

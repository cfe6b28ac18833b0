export { byUrgency, mayLearn } from './learning.next-step.policy.js';
export { LearningModule } from './learning.module.js';
export { lessonCompleted, type LessonCompleted } from './learning.events.js';
export { toLearningCourse, toLearningHome, watchByVideo, type LearnerProgress } from './learning.mapper.js';
export { LearningPagesReader } from './learning.pages.reader.js';
export {
  byLesson,
  learningFactsOf,
  type LearningFacts,
  type ProgressByLesson,
  type ProgressRow,
} from './learning.progress.policy.js';
export { LearningReader } from './learning.reader.js';

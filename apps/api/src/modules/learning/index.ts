export { LearningModule } from './learning.module.js';
export { lessonCompleted, type LessonCompleted } from './learning.events.js';
export type { LearningFacts } from './learning.progress.policy.js';
export { LearningReader } from './learning.reader.js';

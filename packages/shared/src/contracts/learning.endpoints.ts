import { attemptId, courseRunId, enrolmentId, lessonId, materialId } from '../vocabulary/ids.js';
import { AnswerBody, AttemptView, questionKey, SavedAnswer, SubmissionBody } from './assessment.js';
import { browserPaths } from './browser-paths.js';
import { endpoint } from './endpoint.js';
import {
  LearningCourseView,
  LearningHome,
  LearningLessonView,
  LessonProgressView,
  PlaybackBody,
  PlaybackView,
  RunProgressList,
  WatchReportBody,
  WatchView,
} from './learning.js';
import { MaterialList, MaterialView, ReadingPlaceBody, ReadingPlaceView } from './materials.js';
import { VideoQuery } from './video.js';

export const learningEndpoints = {
  getLearningHome: endpoint({
    method: 'GET',
    path: '/api/me/learning',
    access: 'learning.self',
    answer: LearningHome,
  }),
  getLearningCourse: endpoint({
    method: 'GET',
    path: '/api/me/enrolments/:enrolmentId',
    access: 'learning.self',
    params: { enrolmentId },
    answer: LearningCourseView,
  }),
  getLesson: endpoint({
    method: 'GET',
    path: '/api/me/enrolments/:enrolmentId/lessons/:lessonId',
    access: 'learning.self',
    params: { enrolmentId, lessonId },
    query: VideoQuery,
    answer: LearningLessonView,
  }),
  startPlayback: endpoint({
    method: 'POST',
    path: browserPaths.startPlayback,
    access: 'learning.self',
    params: { enrolmentId, lessonId },
    body: PlaybackBody,
    answer: PlaybackView,
  }),
  reportWatching: endpoint({
    method: 'POST',
    path: browserPaths.reportWatching,
    access: 'learning.self',
    params: { enrolmentId, lessonId },
    body: WatchReportBody,
    answer: WatchView,
  }),
  recordReading: endpoint({
    method: 'POST',
    path: '/api/me/enrolments/:enrolmentId/lessons/:lessonId/reading',
    access: 'learning.self',
    summary: 'Repeated: no change.',
    params: { enrolmentId, lessonId },
    answer: LessonProgressView,
  }),
  listRunProgress: endpoint({
    method: 'GET',
    path: '/api/progress/course-runs/:courseRunId',
    access: 'progress.read',
    summary: 'Instructors: their own runs, otherwise 404.',
    params: { courseRunId },
    answer: RunProgressList,
  }),
  startAttempt: endpoint({
    method: 'POST',
    path: '/api/me/enrolments/:enrolmentId/lessons/:lessonId/attempts',
    access: 'learning.self',
    summary: 'An open attempt is returned again.',
    params: { enrolmentId, lessonId },
    answer: AttemptView,
  }),
  getAttempt: endpoint({
    method: 'GET',
    path: '/api/me/attempts/:attemptId',
    access: 'learning.self',
    params: { attemptId },
    answer: AttemptView,
  }),
  saveAnswer: endpoint({
    method: 'PUT',
    path: browserPaths.saveAnswer,
    access: 'learning.self',
    params: { attemptId, questionKey },
    body: AnswerBody,
    answer: SavedAnswer,
  }),
  submitAttempt: endpoint({
    method: 'POST',
    path: '/api/me/attempts/:attemptId/submission',
    access: 'learning.self',
    summary: 'Repeated: the same result.',
    params: { attemptId },
    body: SubmissionBody.default({}),
    answer: AttemptView,
  }),
  listCourseMaterials: endpoint({
    method: 'GET',
    path: '/api/me/enrolments/:enrolmentId/materials',
    access: 'learning.self',
    params: { enrolmentId },
    answer: MaterialList,
  }),
  getCourseMaterial: endpoint({
    method: 'GET',
    path: '/api/me/enrolments/:enrolmentId/materials/:materialId',
    access: 'learning.self',
    params: { enrolmentId, materialId },
    answer: MaterialView,
  }),
  saveReadingPlace: endpoint({
    method: 'PUT',
    path: '/api/me/enrolments/:enrolmentId/materials/:materialId/place',
    access: 'learning.self',
    params: { enrolmentId, materialId },
    body: ReadingPlaceBody,
    answer: ReadingPlaceView,
  }),
};

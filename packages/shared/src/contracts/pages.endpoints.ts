import { courseRunId, enrolmentId, lessonId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  ApplyPage,
  FrontPage,
  MyCoursePage,
  MyLessonPage,
  MyPage,
  MySupporterAnswersPage,
  MySupporterDraftPage,
  MySupporterPage,
} from './pages.js';
import { VideoQuery } from './video.js';

/** Pages that show what several capabilities know: one endpoint each. The others use the endpoint of their capability. */
export const pagesEndpoints = {
  getFrontPage: endpoint({
    method: 'GET',
    path: '/api/pages/front',
    access: 'public',
    answer: FrontPage,
  }),
  getApplyPage: endpoint({
    method: 'GET',
    path: '/api/pages/apply/:courseRunId',
    access: 'public',
    params: { courseRunId },
    answer: ApplyPage,
  }),
  getMyPage: endpoint({
    method: 'GET',
    path: '/api/pages/my',
    access: 'learning.self',
    answer: MyPage,
  }),
  getMyCoursePage: endpoint({
    method: 'GET',
    path: '/api/pages/my/courses/:enrolmentId',
    access: 'learning.self',
    params: { enrolmentId },
    answer: MyCoursePage,
  }),
  getMyLessonPage: endpoint({
    method: 'GET',
    path: '/api/pages/my/courses/:enrolmentId/lessons/:lessonId',
    access: 'learning.self',
    params: { enrolmentId, lessonId },
    query: VideoQuery,
    answer: MyLessonPage,
  }),
  getMySupporterPage: endpoint({
    method: 'GET',
    path: '/api/pages/my/supporter',
    access: 'supporter.self',
    answer: MySupporterPage,
  }),
  getMySupporterDraftPage: endpoint({
    method: 'GET',
    path: '/api/pages/my/supporter/draft',
    access: 'supporter.self',
    answer: MySupporterDraftPage,
  }),
  getMySupporterAnswersPage: endpoint({
    method: 'GET',
    path: '/api/pages/my/supporter/answers',
    access: 'supporter.self',
    answer: MySupporterAnswersPage,
  }),
};

import { courseRunId, groupViewingId, videoId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import { InsightPeopleQuery } from './insight.js';
import {
  FilmInsightPage,
  NewViewingPage,
  RunProgressPage,
  ViewingFormPage,
  ViewingRosterPage,
} from './pages.instructor.js';
import { CandidateQuery } from './viewings.js';

/** Pages of instructors and of organisers of group viewings: one endpoint each. */
export const pagesInstructorEndpoints = {
  getRunProgressPage: endpoint({
    method: 'GET',
    path: '/api/pages/instructor/runs/:courseRunId/progress',
    access: 'progress.read',
    params: { courseRunId },
    answer: RunProgressPage,
  }),
  getFilmInsightPage: endpoint({
    method: 'GET',
    path: '/api/pages/instructor/videos/:videoId',
    access: 'insight.read',
    params: { videoId },
    query: InsightPeopleQuery,
    answer: FilmInsightPage,
  }),
  getNewViewingPage: endpoint({
    method: 'GET',
    path: '/api/pages/new-viewing',
    access: 'viewing.hold',
    answer: NewViewingPage,
  }),
  getViewingFormPage: endpoint({
    method: 'GET',
    path: '/api/pages/viewings/:groupViewingId/edit',
    access: 'viewing.hold',
    params: { groupViewingId },
    answer: ViewingFormPage,
  }),
  getViewingRosterPage: endpoint({
    method: 'GET',
    path: '/api/pages/viewings/:groupViewingId/roster',
    access: 'viewing.hold',
    params: { groupViewingId },
    query: CandidateQuery,
    answer: ViewingRosterPage,
  }),
};

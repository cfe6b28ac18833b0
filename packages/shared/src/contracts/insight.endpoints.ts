import { videoId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import { FilmInsight, InsightFilmList, InsightPeople, InsightPeopleQuery, InsightQuery } from './insight.js';

export const insightEndpoints = {
  listInsightFilms: endpoint({
    method: 'GET',
    path: '/api/insight/videos',
    access: 'insight.read',
    answer: InsightFilmList,
  }),
  getFilmInsight: endpoint({
    method: 'GET',
    path: '/api/insight/videos/:videoId',
    access: 'insight.read',
    params: { videoId },
    query: InsightQuery,
    answer: FilmInsight,
  }),
  listFilmViewers: endpoint({
    method: 'GET',
    path: '/api/insight/videos/:videoId/people',
    access: 'insight.read',
    summary: 'Instructors: the people of their own runs, otherwise 404.',
    params: { videoId },
    query: InsightPeopleQuery,
    answer: InsightPeople,
  }),
  exportFilmCurve: endpoint({
    method: 'GET',
    path: '/api/insight/videos/:videoId/curve.csv',
    access: 'insight.read',
    params: { videoId },
    query: InsightQuery,
    file: 'text/csv',
  }),
  exportFilmViewers: endpoint({
    method: 'GET',
    path: '/api/insight/videos/:videoId/people.csv',
    access: 'insight.read',
    params: { videoId },
    query: InsightQuery,
    file: 'text/csv',
  }),
};

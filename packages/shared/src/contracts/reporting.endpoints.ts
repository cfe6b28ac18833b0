import { courseRunId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import { ExportQuery, GroupViewingReport, OfficeHome, RunBoard, RunReportList } from './reporting.js';
import { SupporterFilter } from './supporters.js';
import { GroupViewingListQuery } from './viewings.js';

export const reportingEndpoints = {
  getOfficeHome: endpoint({
    method: 'GET',
    path: '/api/office/home',
    access: 'report.read',
    answer: OfficeHome,
  }),
  listRunReports: endpoint({
    method: 'GET',
    path: '/api/office/reports/course-runs',
    access: 'report.read',
    answer: RunReportList,
  }),
  getRunBoard: endpoint({
    method: 'GET',
    path: '/api/office/reports/course-runs/:courseRunId/board',
    access: 'report.read',
    summary: 'Applied, learning, completed.',
    params: { courseRunId },
    answer: RunBoard,
  }),
  exportApplications: endpoint({
    method: 'GET',
    path: '/api/office/exports/applications.csv',
    access: 'report.read',
    summary: 'UTF-8 with BOM, CRLF, formulas neutralised.',
    query: ExportQuery,
    file: 'text/csv',
  }),
  exportRoster: endpoint({
    method: 'GET',
    path: '/api/office/exports/roster.csv',
    access: 'report.read',
    summary: 'UTF-8 with BOM, CRLF, formulas neutralised.',
    query: ExportQuery,
    file: 'text/csv',
  }),
  exportProgress: endpoint({
    method: 'GET',
    path: '/api/office/exports/progress.csv',
    access: 'report.read',
    summary: 'UTF-8 with BOM, CRLF, formulas neutralised.',
    query: ExportQuery,
    file: 'text/csv',
  }),
  exportSupporters: endpoint({
    method: 'GET',
    path: '/api/office/exports/supporters.csv',
    access: 'supporter.read',
    summary: 'The filters are in the file name.',
    query: SupporterFilter,
    file: 'text/csv',
  }),
  getViewingReport: endpoint({
    method: 'GET',
    path: '/api/office/reports/group-viewings',
    access: 'report.read',
    query: GroupViewingListQuery,
    answer: GroupViewingReport,
  }),
  exportViewings: endpoint({
    method: 'GET',
    path: '/api/office/exports/group-viewings.csv',
    access: 'report.read',
    summary: 'One row for each viewing.',
    query: GroupViewingListQuery,
    file: 'text/csv',
  }),
};

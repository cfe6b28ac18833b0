import { courseRunId } from '../vocabulary/ids.js';
import { CompletionList } from './completion.js';
import { endpoint } from './endpoint.js';

export const completionEndpoints = {
  listOwnCompletions: endpoint({
    method: 'GET',
    path: '/api/me/completions',
    access: 'certificate.self',
    answer: CompletionList,
  }),
  listRunCompletions: endpoint({
    method: 'GET',
    path: '/api/office/course-runs/:courseRunId/completions',
    access: 'progress.read',
    summary: 'Also for the instructor of the run.',
    params: { courseRunId },
    answer: CompletionList,
  }),
};

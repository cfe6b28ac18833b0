import { endpoint } from './endpoint.js';
import { HealthView } from './health.js';

export const healthEndpoints = {
  getLiveness: endpoint({
    method: 'GET',
    path: '/api/health/live',
    access: 'public',
    summary: 'The process answers.',
    answer: HealthView,
  }),
  getReadiness: endpoint({
    method: 'GET',
    path: '/api/health/ready',
    access: 'public',
    summary: 'Database reached, migrations done; 503 with a reason otherwise.',
    answer: HealthView,
  }),
};

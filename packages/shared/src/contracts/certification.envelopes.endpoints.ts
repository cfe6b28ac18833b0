import { certificateBatchId, courseRunId } from '../vocabulary/ids.js';
import { EnvelopeList, EnvelopeQuery } from './certification.envelopes.js';
import { endpoint } from './endpoint.js';

export const certificationEnvelopesEndpoints = {
  printRunEnvelopes: endpoint({
    method: 'GET',
    path: '/api/office/course-runs/:courseRunId/envelopes',
    access: 'certificate.issue',
    summary: 'For those who get the certificate by post, in kana order.',
    params: { courseRunId },
    query: EnvelopeQuery,
    file: 'application/pdf',
  }),
  listRunEnvelopes: endpoint({
    method: 'GET',
    path: '/api/office/course-runs/:courseRunId/envelopes/list',
    access: 'certificate.issue',
    params: { courseRunId },
    answer: EnvelopeList,
  }),
  printBatchEnvelopes: endpoint({
    method: 'GET',
    path: '/api/office/certificate-batches/:certificateBatchId/envelopes',
    access: 'certificate.issue',
    params: { certificateBatchId },
    query: EnvelopeQuery,
    file: 'application/pdf',
  }),
  listBatchEnvelopes: endpoint({
    method: 'GET',
    path: '/api/office/certificate-batches/:certificateBatchId/envelopes/list',
    access: 'certificate.issue',
    params: { certificateBatchId },
    answer: EnvelopeList,
  }),
};

import { certificateBatchId, courseRunId } from '../vocabulary/ids.js';
import {
  BatchItemListQuery,
  BatchItemPage,
  CertificateBatchList,
  CertificateBatchView,
  IssueBody,
} from './certification.batches.js';
import { endpoint } from './endpoint.js';

export const certificationBatchesEndpoints = {
  issueCertificates: endpoint({
    method: 'POST',
    path: '/api/office/certificates',
    access: 'certificate.issue',
    summary: 'A job issues them; the answer is the batch to follow.',
    body: IssueBody,
    answer: CertificateBatchView,
    status: 202,
    idempotent: true,
  }),
  listCertificateBatches: endpoint({
    method: 'GET',
    path: '/api/office/course-runs/:courseRunId/certificate-batches',
    access: 'certificate.read',
    summary: 'Newest first.',
    params: { courseRunId },
    answer: CertificateBatchList,
  }),
  getCertificateBatch: endpoint({
    method: 'GET',
    path: '/api/office/certificate-batches/:certificateBatchId',
    access: 'certificate.read',
    params: { certificateBatchId },
    answer: CertificateBatchView,
  }),
  listBatchItems: endpoint({
    method: 'GET',
    path: '/api/office/certificate-batches/:certificateBatchId/items',
    access: 'certificate.read',
    summary: 'The issued certificates in kana order.',
    params: { certificateBatchId },
    query: BatchItemListQuery,
    answer: BatchItemPage,
  }),
  printCertificateBatch: endpoint({
    method: 'GET',
    path: '/api/office/certificate-batches/:certificateBatchId/print',
    access: 'certificate.issue',
    summary: 'Its valid certificates in kana order.',
    params: { certificateBatchId },
    file: 'application/pdf',
  }),
};

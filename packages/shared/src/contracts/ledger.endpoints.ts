import { certificateId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  CertificateHistory,
  DeliveryBody,
  LedgerChoices,
  LedgerPage,
  LedgerQuery,
  LedgerSheetQuery,
  LedgerView,
} from './ledger.js';

export const ledgerEndpoints = {
  listLedgerLines: endpoint({
    method: 'GET',
    path: '/api/office/ledger/lines',
    access: 'certificate.read',
    query: LedgerQuery,
    answer: LedgerPage,
  }),
  getLedgerChoices: endpoint({
    method: 'GET',
    path: '/api/office/ledger/choices',
    access: 'certificate.read',
    answer: LedgerChoices,
  }),
  printLedgerSheet: endpoint({
    method: 'GET',
    path: '/api/office/ledger/sheet',
    access: 'certificate.read',
    summary: 'A4 landscape, as a paper ledger.',
    query: LedgerSheetQuery,
    file: 'application/pdf',
  }),
  getCertificateHistory: endpoint({
    method: 'GET',
    path: '/api/office/certificates/:certificateId/history',
    access: 'certificate.read',
    params: { certificateId },
    answer: CertificateHistory,
  }),
  recordDelivery: endpoint({
    method: 'POST',
    path: '/api/office/certificates/:certificateId/deliveries',
    access: 'certificate.issue',
    params: { certificateId },
    body: DeliveryBody,
    answer: CertificateHistory,
    status: 201,
    idempotent: true,
  }),
  checkLedger: endpoint({
    method: 'GET',
    path: '/api/office/ledger',
    access: 'certificate.read',
    summary: 'Recomputes the hash chain; has the counts for the yearly report.',
    answer: LedgerView,
  }),
};

import { paperRecordId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  PaperCorrectionBody,
  PaperRecordBody,
  PaperRecordView,
  PaperSheetBody,
  PaperSheetPreview,
  PaperSheetResult,
} from './ledger.paper-records.js';

export const ledgerPaperRecordsEndpoints = {
  getPaperRecord: endpoint({
    method: 'GET',
    path: '/api/office/paper-records/:paperRecordId',
    access: 'certificate.read',
    params: { paperRecordId },
    answer: PaperRecordView,
  }),
  enterPaperRecord: endpoint({
    method: 'POST',
    path: '/api/office/paper-records',
    access: 'certificate.issue',
    body: PaperRecordBody,
    answer: PaperRecordView,
    status: 201,
    idempotent: true,
  }),
  correctPaperRecord: endpoint({
    method: 'POST',
    path: '/api/office/paper-records/:paperRecordId/corrections',
    access: 'certificate.issue',
    params: { paperRecordId },
    body: PaperCorrectionBody,
    answer: PaperRecordView,
    status: 201,
    idempotent: true,
  }),
  previewPaperSheet: endpoint({
    method: 'POST',
    path: '/api/office/paper-records/previews',
    access: 'certificate.issue',
    body: PaperSheetBody,
    answer: PaperSheetPreview,
  }),
  enterPaperSheet: endpoint({
    method: 'POST',
    path: '/api/office/paper-records/sheets',
    access: 'certificate.issue',
    body: PaperSheetBody,
    answer: PaperSheetResult,
    status: 201,
    idempotent: true,
  }),
};

import { personId } from '../vocabulary/ids.js';
import {
  NameConfirmationBody,
  NameConfirmationView,
  NamePictureQuery,
  NameQuestionList,
  OfficeNameConfirmationBody,
} from './completion.name-confirmation.js';
import { endpoint } from './endpoint.js';

export const completionNameConfirmationEndpoints = {
  getOwnNameConfirmation: endpoint({
    method: 'GET',
    path: '/api/me/name-confirmation',
    access: 'certificate.self',
    answer: NameConfirmationView,
  }),
  confirmOwnName: endpoint({
    method: 'POST',
    path: '/api/me/name-confirmation',
    access: 'certificate.self',
    body: NameConfirmationBody,
    answer: NameConfirmationView,
    status: 201,
    idempotent: true,
  }),
  getOwnNamePicture: endpoint({
    method: 'GET',
    path: '/api/me/name-confirmation/picture',
    access: 'certificate.self',
    summary: "The name set in the certificate's own font.",
    query: NamePictureQuery,
    file: 'image/svg+xml',
  }),
  listNameQuestions: endpoint({
    method: 'GET',
    path: '/api/office/name-confirmations',
    access: 'certificate.read',
    summary: 'Answers that the office must look at: a wrong character, or another form agreed to.',
    answer: NameQuestionList,
  }),
  getNameConfirmation: endpoint({
    method: 'GET',
    path: '/api/office/people/:personId/name-confirmation',
    access: 'certificate.read',
    params: { personId },
    answer: NameConfirmationView,
  }),
  confirmName: endpoint({
    method: 'POST',
    path: '/api/office/people/:personId/name-confirmation',
    access: 'certificate.issue',
    params: { personId },
    body: OfficeNameConfirmationBody,
    answer: NameConfirmationView,
    status: 201,
    idempotent: true,
  }),
  getNamePicture: endpoint({
    method: 'GET',
    path: '/api/office/people/:personId/name-confirmation/picture',
    access: 'certificate.read',
    params: { personId },
    query: NamePictureQuery,
    file: 'image/svg+xml',
  }),
};

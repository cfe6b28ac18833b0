import { z } from 'zod';
import { CredentialVerdict, CredentialVerificationBody } from './credentials.js';
import { endpoint } from './endpoint.js';
import {
  FileVerificationBody,
  FileVerificationView,
  SignerList,
  VerificationBody,
  VerificationView,
} from './verification.js';

const notVerified =
  '404 verification.not_verified for everything unknown, without a reason; 429 verification.limited with Retry-After.';

export const verificationEndpoints = {
  listSigners: endpoint({
    method: 'GET',
    path: '/api/verifications/signers',
    access: 'public',
    summary: 'The X.509 certificates of the keys that sign the PDF files (PAdES B-B), retired ones too.',
    answer: SignerList,
  }),
  verifyByCode: endpoint({
    method: 'GET',
    path: '/api/verifications/:publicCode',
    access: 'public',
    summary: `The code in the address of the QR code. ${notVerified}`,
    params: { publicCode: z.string() },
    answer: VerificationView,
  }),
  verifyByNumber: endpoint({
    method: 'POST',
    path: '/api/verifications',
    access: 'public',
    summary: `Number and code as printed on the paper. ${notVerified}`,
    body: VerificationBody,
    answer: VerificationView,
  }),
  verifyByHash: endpoint({
    method: 'POST',
    path: '/api/verifications/files',
    access: 'public',
    summary: `The SHA-256 of a PDF file. ${notVerified}`,
    body: FileVerificationBody,
    answer: VerificationView,
  }),
  verifyFile: endpoint({
    method: 'POST',
    path: '/api/verifications/documents',
    access: 'public',
    summary:
      'A PDF file of up to 1 MB, which is not kept. Valid is only a recorded one whose certificate.state is valid: a ' +
      'signed one that is not recorded, an altered one and a foreign one are not.',
    upload: 'application/pdf',
    answer: FileVerificationView,
  }),
  verifyCredential: endpoint({
    method: 'POST',
    path: '/api/verifications/credentials',
    access: 'public',
    body: CredentialVerificationBody,
    answer: CredentialVerdict,
  }),
};

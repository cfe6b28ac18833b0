export { BatchReader } from './certification.batch.reader.js';
export { IssuingWorker } from './certification.batch.worker.js';
export { CertificationModule } from './certification.module.js';
export { CertificationReader } from './certification.reader.js';
export { CompletionReader, type CompletionRecord } from './certification.completion.reader.js';
export { CertificateDeliveries } from './certification.deliveries.service.js';
export { LedgerLinesReader } from './certification.ledger-lines.reader.js';
export { NameConfirmationReader } from './certification.name-confirmation.reader.js';
export { IssuerService } from './certification.issuer.service.js';
export {
  certificateIssued,
  certificateReissued,
  type CertificateIssued,
  type CertificateReissued,
} from './certification.events.js';
export { formatVerifyCode, verifyCodeFrom } from './certification.number.policy.js';

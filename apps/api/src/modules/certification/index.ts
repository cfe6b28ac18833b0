export { CertificateBatchReader } from './batches/certificate-batch.reader.js';
export { CertificateBatchWorker } from './batches/certificate-batch.worker.js';
export { CertificationCredentialService } from './certification.credential.service.js';
export {
  type CertificateIssued,
  type CertificateReissued,
  certificateIssued,
  certificateReissued,
} from './certification.events.js';
export { CertificationIssuerService } from './certification.issuer.service.js';
export { CertificationModule } from './certification.module.js';
export { CertificationReader } from './certification.reader.js';
export { CertificateDesignService } from './designs/certificate-design.service.js';
export { CertificationReissueService } from './certification.reissue.service.js';
export { EnvelopeService } from './envelopes/envelope.service.js';

export { CertificateDeliveryService } from './deliveries/certificate-delivery.service.js';
export { CertificateHistoryReader } from './deliveries/certificate-history.reader.js';
export { PaperRecordReader } from './paper-records/paper-record.reader.js';
export { LedgerLinesReader } from './ledger.lines.reader.js';
export { LedgerModule } from './ledger.module.js';
export {
  comparableCertificateNumber,
  formatCertificateNumber,
  formatVerifyCode,
  verifyCodeFrom,
} from './ledger.number.policy.js';
export { LedgerReader } from './ledger.reader.js';

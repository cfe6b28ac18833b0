export { CertificateDeliveryService } from './deliveries/certificate-delivery.service.js';
export { LedgerLinesReader } from './ledger.lines.reader.js';
export { LedgerModule } from './ledger.module.js';
export {
  comparableCertificateNumber,
  formatCertificateNumber,
  formatVerifyCode,
  verifyCodeFrom,
} from './ledger.number.policy.js';
export { LedgerReader } from './ledger.reader.js';

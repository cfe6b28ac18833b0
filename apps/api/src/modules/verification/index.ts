export { verificationLimit } from './verification.limit.js';
export { VerificationModule } from './verification.module.js';

export { CredentialsModule } from './credentials.module.js';
export { FileSigning } from './credentials.signing.service.js';

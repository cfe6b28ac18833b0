import { Module } from '@nestjs/common';

import { CertificationModule } from '../certification/index.js';
import { CredentialsModule } from '../credentials/index.js';
import { CredentialVerificationService } from './credential-verification.service.js';
import { VerificationController } from './verification.controller.js';
import { VerificationReader } from './verification.reader.js';
import { VerificationService } from './verification.service.js';

@Module({
  imports: [CertificationModule, CredentialsModule],
  controllers: [VerificationController],
  providers: [CredentialVerificationService, VerificationReader, VerificationService],
})
export class VerificationModule {}

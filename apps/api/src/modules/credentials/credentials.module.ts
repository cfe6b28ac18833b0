import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CredentialAchievementEntity } from './credential-achievement.entity.js';
import { CredentialStatusListEntity } from './credential-status-list.entity.js';
import { CredentialEntity } from './credential.entity.js';
import { CredentialsController } from './credentials.controller.js';
import { CredentialsIssuer } from './credentials.issuer.js';
import { CredentialsReader } from './credentials.reader.js';
import { CredentialsRepository } from './credentials.repository.js';
import { CredentialsService } from './credentials.service.js';
import { CredentialsVerifier } from './credentials.verifier.js';
import { KeyRotationService } from './keys/key-rotation.service.js';
import { SigningKeyEntity } from './keys/signing-key.entity.js';
import { SigningKeyRepository } from './keys/signing-key.repository.js';
import { SigningKeyService } from './keys/signing-key.service.js';
import { PdfSignatureCheckService } from './pdf-signing/pdf-signature-check.service.js';
import { PdfSignerReader } from './pdf-signing/pdf-signer.reader.js';
import { PdfSigningService } from './pdf-signing/pdf-signing.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SigningKeyEntity,
      CredentialAchievementEntity,
      CredentialEntity,
      CredentialStatusListEntity,
    ]),
  ],
  controllers: [CredentialsController],
  providers: [
    CredentialsIssuer,
    SigningKeyService,
    CredentialsReader,
    CredentialsRepository,
    CredentialsService,
    CredentialsVerifier,
    PdfSignatureCheckService,
    PdfSigningService,
    KeyRotationService,
    PdfSignerReader,
    SigningKeyRepository,
  ],
  exports: [
    CredentialsIssuer,
    CredentialsReader,
    CredentialsService,
    CredentialsVerifier,
    PdfSignatureCheckService,
    PdfSigningService,
    KeyRotationService,
    PdfSignerReader,
  ],
})
export class CredentialsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CredentialController } from './credentials.controller.js';
import {
  CredentialAchievementEntity,
  CredentialEntity,
  CredentialStatusListEntity,
} from './credentials.credential.entity.js';
import { CredentialIssuer } from './credentials.issuer.js';
import { CredentialKeys } from './credentials.keys.service.js';
import { FileSignatures } from './credentials.file-signatures.service.js';
import { CredentialReader } from './credentials.reader.js';
import { CredentialRepository } from './credentials.repository.js';
import { KeyRotation } from './credentials.rotation.service.js';
import { Credentials } from './credentials.service.js';
import { SignerReader } from './credentials.signer.reader.js';
import { SigningKeyEntity } from './credentials.signing-key.entity.js';
import { SigningKeyRepository } from './credentials.signing-key.repository.js';
import { FileSigning } from './credentials.signing.service.js';
import { CredentialVerifier } from './credentials.verifier.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      SigningKeyEntity,
      CredentialAchievementEntity,
      CredentialEntity,
      CredentialStatusListEntity,
    ]),
  ],
  controllers: [CredentialController],
  providers: [
    CredentialIssuer,
    CredentialKeys,
    CredentialReader,
    CredentialRepository,
    Credentials,
    CredentialVerifier,
    FileSignatures,
    FileSigning,
    KeyRotation,
    SignerReader,
    SigningKeyRepository,
  ],
  exports: [
    CredentialIssuer,
    CredentialReader,
    Credentials,
    CredentialVerifier,
    FileSignatures,
    FileSigning,
    KeyRotation,
    SignerReader,
  ],
})
export class CredentialsModule {}

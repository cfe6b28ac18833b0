import type { CredentialVerificationBody } from '@kizuna/shared/contracts/credentials';
import type { FileVerificationBody, VerificationBody } from '@kizuna/shared/contracts/verification';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { largestCertificateBytes } from '@kizuna/shared/vocabulary/verification';
import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Handles, readBody, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { CredentialVerificationService } from './credential-verification.service.js';
import { VerificationService } from './verification.service.js';

@Controller()
export class VerificationController {
  constructor(
    private readonly verifications: VerificationService,
    private readonly credentials: CredentialVerificationService,
  ) {}

  @Handles(verificationEndpoints.listSigners)
  listSigners() {
    return this.verifications.signers();
  }

  @Handles(verificationEndpoints.verifyByCode)
  verifyByCode({ publicCode }: { publicCode: string }, @RequestMeta() { ip }: RequestOrigin) {
    return this.verifications.byCode(ip, publicCode);
  }

  @Handles(verificationEndpoints.verifyByNumber)
  verifyByNumber(body: VerificationBody, @RequestMeta() { ip }: RequestOrigin) {
    return this.verifications.byNumber(ip, body);
  }

  @Handles(verificationEndpoints.verifyCredential)
  verifyCredential(body: CredentialVerificationBody, @RequestMeta() { ip }: RequestOrigin) {
    return this.credentials.check(ip, body);
  }

  @Handles(verificationEndpoints.verifyByHash)
  verifyByHash(body: FileVerificationBody, @RequestMeta() { ip }: RequestOrigin) {
    return this.verifications.byHash(ip, body);
  }

  @Handles(verificationEndpoints.verifyFile)
  verifyFile(@RequestMeta() { ip }: RequestOrigin, @Req() request: FastifyRequest) {
    const read = () => readBody(request, largestCertificateBytes, 'verification.file_too_large');
    return this.verifications.byFile(ip, read);
  }
}

import { CredentialVerdict, CredentialVerificationBody } from '@kizuna/shared/contracts/credentials';
import {
  FileVerificationBody,
  FileVerificationView,
  SignerList,
  VerificationBody,
  VerificationView,
} from '@kizuna/shared/contracts/verification';
import { largestCertificateBytes } from '@kizuna/shared/vocabulary/verification';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

import { Accepts, Public } from '../../platform/auth/index.js';
import { Contract, readBody, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { CredentialVerificationService } from './credential-verification.service.js';
import { VerificationService } from './verification.service.js';

const answer =
  'What the paper says, word for word, with its state and the moment of the check. 404 verification.not_verified for ' +
  'everything else, without saying why; 429 verification.limited with Retry-After after many of those.';

@Controller('verifications')
@Public()
export class VerificationController {
  constructor(
    private readonly verifications: VerificationService,
    private readonly credentials: CredentialVerificationService,
  ) {}

  @Get('signers')
  @Contract({
    response: SignerList,
    description: 'The X.509 certificates of the keys that sign the PDF files (PAdES B-B), retired ones too.',
  })
  signers() {
    return this.verifications.signers();
  }

  @Get(':publicCode')
  @Contract({ response: VerificationView, description: `The code in the address of the QR code. ${answer}` })
  byCode(@RequestMeta() { ip }: RequestOrigin, @Param('publicCode') publicCode: string) {
    return this.verifications.byCode(ip, publicCode);
  }

  @Post()
  @Contract({
    response: VerificationView,
    description: `Number and code as they stand on the paper. ${answer}`,
  })
  byNumber(@RequestMeta() { ip }: RequestOrigin, @Body({ schema: VerificationBody }) body: VerificationBody) {
    return this.verifications.byNumber(ip, body);
  }

  @Post('credentials')
  @Contract({ response: CredentialVerdict })
  checkCredential(
    @RequestMeta() { ip }: RequestOrigin,
    @Body({ schema: CredentialVerificationBody }) body: CredentialVerificationBody,
  ) {
    return this.credentials.check(ip, body);
  }

  @Post('files')
  @Contract({ response: VerificationView, description: `The SHA-256 of a PDF file. ${answer}` })
  byHash(
    @RequestMeta() { ip }: RequestOrigin,
    @Body({ schema: FileVerificationBody }) body: FileVerificationBody,
  ) {
    return this.verifications.byHash(ip, body);
  }

  @Post('documents')
  @Accepts('application/pdf')
  @ApiConsumes('application/pdf')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @Contract({
    response: FileVerificationView,
    description:
      'A PDF file of up to 1 MB, which is not kept. Valid is only a recorded one whose certificate.state is valid: a ' +
      'signed one that is not recorded, an altered and a foreign one are not.',
  })
  byFile(@RequestMeta() { ip }: RequestOrigin, @Req() request: FastifyRequest) {
    const read = () => readBody(request, largestCertificateBytes, 'verification.file_too_large');
    return this.verifications.byFile(ip, read);
  }
}

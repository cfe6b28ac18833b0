import { credentialForm } from '@kizuna/shared/contracts/credentials';
import type { CredentialForm } from '@kizuna/shared/vocabulary/credentials';
import { certificateId, type CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { CurrentActor, Permit, personOf, Public, type Actor } from '../../platform/auth/index.js';
import { Contract, type Reply } from '../../platform/http/index.js';
import { answerPublicly, CredentialsReader } from '../credentials/index.js';
import { CertificationCredentialService, type CredentialFile } from './certification.credential.service.js';
import { CertificationIssuerService } from './certification.issuer.service.js';

const anyFile = 'application/octet-stream';
const linkedData = 'application/ld+json';

/** Certificates in their digital form: to take along, to check, and who issues them. */
@Controller()
export class CertificationCredentialController {
  constructor(
    private readonly credentials: CertificationCredentialService,
    private readonly reader: CredentialsReader,
    private readonly issuer: CertificationIssuerService,
  ) {}

  @Get('me/certificates/:certificateId/credentials/:form')
  @Permit('certificate.self')
  @Contract({ file: anyFile })
  async mine(
    @CurrentActor() actor: Actor,
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
    @Param('form', { schema: credentialForm }) form: CredentialForm,
  ) {
    return asDownload(await this.credentials.file(id, personOf(actor).personId, form));
  }

  @Get('office/certificates/:certificateId/credentials/:form')
  @Permit('certificate.read')
  @Contract({ file: anyFile })
  async ofAnybody(
    @Param('certificateId', { schema: certificateId }) id: CertificateId,
    @Param('form', { schema: credentialForm }) form: CredentialForm,
  ) {
    return asDownload(await this.credentials.file(id, null, form));
  }

  @Get('credentials/issuer')
  @Public()
  @Contract({ file: linkedData })
  async profile(@Req() request: FastifyRequest, @Res() reply: Reply) {
    const { issuer } = await this.issuer.get();
    await answerPublicly(request, reply, this.reader.profile(issuer), linkedData);
  }
}

function asDownload({ bytes, type, name }: CredentialFile): StreamableFile {
  return new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${name}"`,
    length: bytes.length,
  });
}

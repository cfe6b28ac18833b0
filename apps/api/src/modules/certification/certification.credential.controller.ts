import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { CredentialForm } from '@kizuna/shared/vocabulary/credentials';
import type { CertificateId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { CurrentActor, personOf, type Actor } from '../../platform/auth/index.js';
import { Handles, type Reply } from '../../platform/http/index.js';
import { answerPublicly, CredentialsReader } from '../credentials/index.js';
import { CertificationCredentialService, type CredentialFile } from './certification.credential.service.js';
import { CertificationIssuerService } from './certification.issuer.service.js';
const linkedData = 'application/ld+json';

/** Certificates in their digital form: to take along, to check, and who issues them. */
@Controller()
export class CertificationCredentialController {
  constructor(
    private readonly credentials: CertificationCredentialService,
    private readonly reader: CredentialsReader,
    private readonly issuer: CertificationIssuerService,
  ) {}

  @Handles(certificationEndpoints.getOwnCredentialFile)
  async getOwnCredentialFile(
    { certificateId, form }: { certificateId: CertificateId; form: CredentialForm },
    @CurrentActor() actor: Actor,
  ) {
    return asDownload(await this.credentials.file(certificateId, personOf(actor).personId, form));
  }

  @Handles(certificationEndpoints.getCredentialFile)
  async getCredentialFile({ certificateId, form }: { certificateId: CertificateId; form: CredentialForm }) {
    return asDownload(await this.credentials.file(certificateId, null, form));
  }

  @Handles(certificationEndpoints.getIssuerProfile)
  async getIssuerProfile(@Req() request: FastifyRequest, @Res() reply: Reply) {
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

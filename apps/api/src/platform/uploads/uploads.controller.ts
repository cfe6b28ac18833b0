import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';
import type { UploadId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { CurrentActor, type Actor } from '../auth/index.js';
import { Handles, type Reply } from '../http/index.js';
import { TusServer } from './tus-server.js';
import { Uploads } from './uploads.js';

/** Resumable uploads (tus 1.0). HEAD is declared before GET, otherwise the framework would answer it with GET's body. */
@Controller()
export class UploadsController {
  constructor(
    private readonly tus: TusServer,
    private readonly uploads: Uploads,
  ) {}

  @Handles(uploadsEndpoints.describeUploads)
  describeUploads(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: Reply) {
    return this.tus.answer(actor, request, reply);
  }

  @Handles(uploadsEndpoints.createUpload)
  createUpload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: Reply) {
    return this.tus.answer(actor, request, reply);
  }

  @Handles(uploadsEndpoints.getUploadOffset)
  getUploadOffset(
    { uploadId }: { uploadId: UploadId },
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    return this.tus.answer(actor, request, reply, uploadId);
  }

  @Handles(uploadsEndpoints.getUpload)
  getUpload({ uploadId }: { uploadId: UploadId }, @CurrentActor() actor: Actor) {
    return this.uploads.getUpload(actor, uploadId);
  }

  @Handles(uploadsEndpoints.appendToUpload)
  appendToUpload(
    { uploadId }: { uploadId: UploadId },
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    return this.tus.answer(actor, request, reply, uploadId);
  }

  @Handles(uploadsEndpoints.deleteUpload)
  deleteUpload(
    { uploadId }: { uploadId: UploadId },
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    return this.tus.answer(actor, request, reply, uploadId);
  }
}

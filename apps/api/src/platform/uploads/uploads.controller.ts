import { UploadView } from '@kizuna/shared/contracts/uploads';
import { uploadId, type UploadId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Delete, Get, Head, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Accepts, CurrentActor, Permit, type Actor } from '../auth/index.js';
import { Contract, type Reply } from '../http/index.js';
import { TusServer } from './tus-server.js';
import { Uploads } from './uploads.js';

const bytes = 'application/offset+octet-stream';

/** Resumable uploads (tus 1.0). HEAD stands before GET, or the framework would answer it with GET's body. */
@Controller('uploads')
@Permit('upload.create')
export class UploadsController {
  constructor(
    private readonly tus: TusServer,
    private readonly uploads: Uploads,
  ) {}

  @Options()
  @Contract({})
  describeServer(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: Reply) {
    return this.tus.answer(actor, request, reply);
  }

  @Post()
  @Accepts(bytes)
  @Contract({ status: 201 })
  createUpload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: Reply) {
    return this.tus.answer(actor, request, reply);
  }

  @Head(':uploadId')
  @Contract({ status: 200 })
  findOffset(
    @CurrentActor() actor: Actor,
    @Param('uploadId', { schema: uploadId }) id: UploadId,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    return this.tus.answer(actor, request, reply, id);
  }

  @Get(':uploadId')
  @Contract({ response: UploadView })
  getUpload(@CurrentActor() actor: Actor, @Param('uploadId', { schema: uploadId }) id: UploadId) {
    return this.uploads.getUpload(actor, id);
  }

  @Patch(':uploadId')
  @Accepts(bytes)
  @Contract({})
  appendBytes(
    @CurrentActor() actor: Actor,
    @Param('uploadId', { schema: uploadId }) id: UploadId,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    return this.tus.answer(actor, request, reply, id);
  }

  @Delete(':uploadId')
  @Contract({})
  deleteUpload(
    @CurrentActor() actor: Actor,
    @Param('uploadId', { schema: uploadId }) id: UploadId,
    @Req() request: FastifyRequest,
    @Res() reply: Reply,
  ) {
    return this.tus.answer(actor, request, reply, id);
  }
}

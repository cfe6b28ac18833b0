import { Readable } from 'node:stream';

import { UploadMetadata } from '@kizuna/shared/contracts/uploads';
import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';
import { largestUploadBytes } from '@kizuna/shared/vocabulary/uploads';
import { Injectable } from '@nestjs/common';
import { Metadata, Server } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { personOf, type Actor } from '../auth/index.js';
import { Clock } from '../clock/clock.js';
import { Transactions } from '../database/transactions.js';
import { DomainError } from '../errors/domain-error.js';
import { issuesFrom } from '../http/contract.pipe.js';
import { Ids } from '../ids/ids.js';
import { UploadLocks } from './upload-locks.js';
import { UploadStore } from './upload-store.js';
import { UploadRepository } from './upload.repository.js';
import { refusalOf, uploadLifeMs } from './upload.rules.js';

/** The headers read by tus; nothing else of the request is passed on. */
const tusHeaders = [
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-metadata',
  'upload-defer-length',
  'upload-concat',
  'content-type',
  'content-length',
];
const none = new Set(['OPTIONS', 'HEAD', 'DELETE']);

interface NewUpload {
  personId: string;
  sizeBytes: number;
  metadata: UploadMetadata;
}

/** The tus protocol behind our own guards; ownership of the upload is checked here. */
@Injectable()
export class TusServer {
  private readonly tus: Server;
  private readonly created = new WeakMap<object, NewUpload>();

  constructor(
    private readonly store: UploadStore,
    private readonly uploads: UploadRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    ids: Ids,
    locks: UploadLocks,
  ) {
    this.tus = new Server({
      path: uploadsEndpoints.createUpload.path,
      relativeLocation: true,
      datastore: store,
      locker: locks,
      allowedOrigins: () => false,
      namingFunction: () => ids.next(),
      onUploadCreate: (request, upload) => this.add(request, upload.id),
      onUploadFinish: async (_request, { id }) => {
        await transactions.run(() => uploads.become(id, 'complete'));
        return {};
      },
    });
  }

  /**
   * Handles a request of the protocol.
   * @throws DomainError platform.not_found for another person's upload, and the errors of `refusalOf`
   */
  async answer(actor: Actor, request: FastifyRequest, reply: FastifyReply, uploadId?: string): Promise<void> {
    const { personId } = personOf(actor);
    const asked = toWebRequest(request);
    if (uploadId !== undefined) await this.mustBeOwn(personId, uploadId);
    if (request.method === 'POST') this.created.set(asked, readNew(personId, asked.headers));
    const answer = await this.tus.handleWeb(asked as Parameters<Server['handleWeb']>[0]);
    if (answer.status >= 400) {
      // an unread rest of the body must not keep the connection open
      void reply.header('connection', 'close');
      throw refusalOf(answer.status, await answer.text());
    }
    for (const [name, value] of answer.headers) {
      if (name !== 'content-type' && !name.startsWith('access-control-')) void reply.header(name, value);
    }
    await reply.status(answer.status).send();
  }

  private async mustBeOwn(personId: string, uploadId: string): Promise<void> {
    const row = await this.uploads.find(uploadId);
    const over = row?.state === 'receiving' && row.expiresAt <= this.clock.now();
    if (!row || row.personId !== personId || over) throw new DomainError('platform.not_found');
  }

  private async add(request: object, id: string): Promise<{ metadata?: Record<string, string> }> {
    const wanted = this.created.get(request);
    if (!wanted) throw new Error('an upload was created without its checked metadata');
    const createdAt = this.clock.now();
    await this.transactions.run(() =>
      this.uploads.add({
        id: id as never,
        personId: wanted.personId,
        purpose: wanted.metadata.purpose,
        fileName: wanted.metadata.filename,
        sizeBytes: wanted.sizeBytes,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + uploadLifeMs),
      }),
    );
    return { metadata: { ...wanted.metadata } };
  }
}

function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const name of tusHeaders) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = !none.has(request.method) && request.body instanceof Readable;
  return new Request(`http://uploads${request.raw.url ?? '/'}`, {
    method: request.method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(request.body as Readable), duplex: 'half' } : {}),
  } as RequestInit);
}

/** Parses and checks the headers of a creation. @throws DomainError with the invalid field */
function readNew(personId: string, headers: Headers): NewUpload {
  const parsed = UploadMetadata.safeParse(metadataIn(headers.get('upload-metadata')));
  if (!parsed.success) {
    throw new DomainError('platform.invalid_input', { issues: issuesFrom(parsed.error.issues) });
  }
  const length = headers.get('upload-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) throw new DomainError('platform.invalid_input', { field: 'upload-length' });
  const sizeBytes = Number(length);
  if (sizeBytes === 0) throw new DomainError('uploads.empty', { field: 'upload-length' });
  const largest = largestUploadBytes[parsed.data.purpose];
  if (sizeBytes > largest) throw new DomainError('uploads.too_large', { params: { largestBytes: largest } });
  return { personId, sizeBytes, metadata: parsed.data };
}

/** The metadata reduced to the file's name, in NFC: browsers on macOS send names decomposed. */
function metadataIn(header: string | null): unknown {
  try {
    const { filename, purpose } = Metadata.parse(header ?? '');
    const name = filename?.normalize('NFC').split(/[/\\]/).at(-1);
    return { filename: name, purpose: purpose ?? undefined };
  } catch {
    return {};
  }
}

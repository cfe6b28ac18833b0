import type { Readable } from 'node:stream';

import { Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock.js';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';
import { BlobMissing, BlobStore } from '../storage/index.js';
import { DeliveryKeys } from './delivery-keys.js';
import { answerOf, headersOf, type FileAnswer, type FileRequest } from './delivery.answer.policy.js';
import { openTicket } from './delivery.ticket.policy.js';

/** How long a proxy may cache that a ticket is valid for a scope, in seconds. */
const remembered = 60;

export interface Delivered {
  answer: FileAnswer;
  /** The key to read the bytes from; null if no bytes are sent from here. */
  key: string | null;
}

/**
 * Serves files by their signed address, without the database. Nothing is buffered in memory: bytes are streamed from
 * the store to the socket, or, behind a reverse proxy (MEDIA_DELIVERY=accel), do not pass through this process.
 */
@Injectable()
export class DeliveryReader {
  constructor(
    private readonly keys: DeliveryKeys,
    private readonly blobs: BlobStore,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * The response to a request, without the bytes.
   * @param path the part after the ticket, as received
   * @throws DomainError platform.forbidden for any fault in the address; platform.not_found if the address is
   * valid and there is no such file
   */
  async describe(ticket: string, path: string, request: FileRequest): Promise<Delivered> {
    const now = this.clock.now();
    const opened = openTicket(this.keys.current(), ticket, path, now);
    if (!opened) throw new DomainError('platform.forbidden');
    const { key, expiresAt } = opened;
    const headers = headersOf(key ?? '', expiresAt, now);
    if (key === null) return { answer: goodTicket(headers['cache-control'] ?? ''), key: null };
    if (this.config.mediaDelivery === 'accel') {
      const innerAddress = await this.blobs.innerAddress(key);
      const answer = {
        status: 200 as const,
        headers: { ...headers, 'x-accel-redirect': innerAddress },
        bytes: null,
      };
      return { answer, key: null };
    }
    const file = await this.blobs.stat(key);
    if (!file) throw new DomainError('platform.not_found');
    return { answer: answerOf(request, headers, file), key };
  }

  /**
   * The same, with the bytes as a stream.
   * @throws DomainError as `describe`
   */
  async open(
    ticket: string,
    path: string,
    request: FileRequest,
  ): Promise<{ answer: FileAnswer; body: Readable | null }> {
    const { answer, key } = await this.describe(ticket, path, request);
    if (key === null || !answer.bytes) return { answer, body: null };
    try {
      return { answer, body: await this.blobs.stream(key, answer.bytes) };
    } catch (error) {
      if (error instanceof BlobMissing) throw new DomainError('platform.not_found');
      throw error;
    }
  }
}

/** For a proxy that checks once per ticket and not once per file (nginx auth_request); it may cache the response. */
function goodTicket(cacheControl: string): FileAnswer {
  const headers = { 'cache-control': cacheControl, 'x-accel-expires': String(remembered) };
  return { status: 204, headers, bytes: null };
}

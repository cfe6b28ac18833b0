import { apiPrefix } from '@kizuna/shared/contracts/paths-without-endpoint';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

import { AppConfig } from '../config/app-config.js';
import { asCommand, currentReads, noReads, withSharedReads } from '../database/index.js';
import { ProblemFilter } from '../errors/problem.filter.js';
import { describeApi } from './openapi.js';
import { ContractPipe } from './contract.pipe.js';

/** Media types of which the handler receives the stream; `@Accepts` opens a route for them. */
const streamed = [
  'application/offset+octet-stream',
  'application/octet-stream',
  'video/mp4',
  'application/pdf',
  'application/x-www-form-urlencoded',
];

/** Everything that every route shares. Call once, before `init` or `listen`. */
export function configureApi(app: NestFastifyApplication): void {
  const config = app.get(AppConfig);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.setGlobalPrefix(apiPrefix);
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter());
  shareReads(fastify);
  parseBodies(fastify);
  addHeaders(fastify, config.publicOrigin.startsWith('https:'));
  logRequests(fastify);
  describeApi(app, fastify);
}

/** The reads of a GET are shared within it, or with the other GETs of its page (infra/server/in-process-api.ts). */
function shareReads(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (request.method !== 'GET') asCommand(done);
    else if (currentReads()) done();
    else withSharedReads(noReads(), done);
  });
}

function parseBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // A command without arguments may say that it speaks JSON and then say nothing
    if (body.length === 0) done(null, undefined);
    else void parseJson(request, body as string, done);
  });
  fastify.addContentTypeParser(streamed, (_request, payload, done) => done(null, payload));
}

function addHeaders(fastify: FastifyInstance, https: boolean): void {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  fastify.addHook('onSend', async (request, reply, payload) => {
    for (const [name, value] of Object.entries(headers)) {
      if (!reply.hasHeader(name)) void reply.header(name, value);
    }
    void reply.header('x-request-id', request.id);
    return payload;
  });
}

function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        // The pattern, not the address: ids and queries may identify a person
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}

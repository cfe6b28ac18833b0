import type { Endpoint, Received, Schema, SchemaOf } from '@kizuna/shared/contracts/endpoint';
import { apiPrefix } from '@kizuna/shared/contracts/paths-without-endpoint';
import {
  applyDecorators,
  Body,
  Delete,
  Get,
  Head,
  HttpCode,
  Options,
  Param,
  Patch,
  Post,
  Put,
  Query,
  SerializeOptions,
  SetMetadata,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

import { Accepts, Permit, Public } from '../auth/index.js';
import { checkParameters } from './handler-parameters.js';
import { queryFields } from './openapi.js';

const verbs = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete, HEAD: Head, OPTIONS: Options };

export const endpointKey = 'kizuna:endpoint';

/** What a handler returns before the answer's schema strips it; a file, or nothing where it wrote the reply itself. */
type Returned<E extends Endpoint> =
  SchemaOf<E, 'answer'> extends z.ZodType ? z.input<SchemaOf<E, 'answer'>> : StreamableFile | void;

/**
 * Makes a method the handler of an endpoint: its route, permission, validation, answer and documentation. The method
 * receives the checked parts first, in the order params, query, body; parameters with a decorator of their own follow.
 *
 * ```ts
 * @Handles(enrolmentEndpoints.withdrawOwnEnrolment)
 * withdrawOwnEnrolment(
 *   { enrolmentId }: { enrolmentId: EnrolmentId },
 *   { reason }: ReasonBody,
 *   @CurrentActor() actor: Actor,
 * ) {
 *   return this.withdrawals.withdrawOwn(actor, enrolmentId, reason);
 * }
 * ```
 */
export function Handles<E extends Endpoint>(endpoint: E) {
  return <Rest extends unknown[]>(
    target: object,
    name: string,
    descriptor: {
      value?: (...args: [...Received<E>, ...Rest]) => Returned<E> | Promise<Returned<E>>;
    },
  ): void => {
    const parts = partsOf(endpoint);
    checkParameters(target, name, parts.length, endpoint);
    readParts(parts, target, name);
    applyDecorators(
      verbs[endpoint.method](endpoint.path.slice(apiPrefix.length)),
      SetMetadata(endpointKey, endpoint),
      endpoint.access === 'public' ? Public() : Permit(endpoint.access),
      HttpCode(endpoint.status),
      ...(endpoint.answer ? [SerializeOptions({ schema: zod(endpoint.answer) })] : []),
      ...(endpoint.upload ? [Accepts(endpoint.upload)] : []),
      ...documentation(endpoint, name),
    )(target, name, descriptor);
  };
}

/** Contracts are Zod schemas; the type of an endpoint only says less of them. */
const zod = (schema: Schema): z.ZodType => schema as z.ZodType;

/** The first part is read last: of several faults in a request the one in its body is answered. */
function readParts(parts: readonly ParameterDecorator[], target: object, name: string): void {
  [...parts.entries()].reverse().forEach(([index, decorate]) => decorate(target, name, index));
}

function partsOf({ params, query, body }: Endpoint): ParameterDecorator[] {
  return [
    ...(params ? [Param({ schema: z.object(params as Record<string, z.ZodType>) })] : []),
    ...(query ? [Query({ schema: zod(query) })] : []),
    ...(body ? [Body({ schema: zod(body) })] : []),
  ];
}

const binary = { type: 'string', format: 'binary' } as const;

function documentation(endpoint: Endpoint, name: string): MethodDecorator[] {
  const { status, query, answer, file, upload, summary, idempotent } = endpoint;
  return [
    ApiOperation({ operationId: name, ...(summary ? { summary } : {}) }),
    file
      ? ApiResponse({ status, description: '', content: { [file]: { schema: binary } } })
      : ApiResponse({ status, description: '', ...(answer ? { standardSchema: zod(answer) } : {}) }),
    ...(query ? queryFields(zod(query)).map((field) => ApiQuery(field)) : []),
    ...(upload ? [ApiConsumes(upload), ApiBody({ schema: binary })] : []),
    ...(idempotent ? [ApiHeader({ name: 'idempotency-key', required: false })] : []),
  ];
}

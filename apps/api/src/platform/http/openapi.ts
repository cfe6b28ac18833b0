import { openApiPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { signInCookie } from '../auth/actor.js';

/** The fields of a query, for `ApiQuery`. */
export function queryFields(query: z.ZodType): { name: string; required: boolean; schema: object }[] {
  const { schema = {}, components = {} } = convert(query, { schemaType: 'input' }) ?? {};
  // A schema with a name is a reference to itself
  const named = '$ref' in schema ? components[String(schema.$ref).split('/').at(-1) ?? ''] : schema;
  const { properties = {}, required = [] } = named as ObjectSchema;
  return Object.entries(properties).map(([name, field]) => ({
    name,
    schema: field,
    required: required.includes(name),
  }));
}

interface ObjectSchema {
  properties?: Record<string, object>;
  required?: string[];
}

/** One zod schema as OpenAPI; what JSON Schema cannot say (transforms, branded checks) is left open. */
function convert(schema: unknown, options: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.core.$ZodType)) return undefined;
  const { definitions, $defs, $schema, ...root } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: options.schemaType,
    unrepresentable: 'any',
  }) as Record<string, unknown>;
  void $schema;
  return { schema: root, components: (definitions ?? $defs ?? {}) as Record<string, unknown> };
}

/** The OpenAPI document, generated from the same contracts that check the requests. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Kizuna API')
    .setVersion('1')
    .addCookieAuth(signInCookie)
    .build();
  return SwaggerModule.createDocument(app, description, { standardSchemaConverter: convert });
}

/** Serves the document; it is generated at the first request for it. */
export function describeApi(app: NestFastifyApplication, fastify: FastifyInstance): void {
  let text: string | undefined;
  fastify.get(openApiPath, (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(app));
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(text);
  });
}

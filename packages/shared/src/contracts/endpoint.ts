import type { z } from 'zod';
import type { Permission } from '../vocabulary/roles.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** What the types need of a Zod schema; comparing whole Zod types made the compiler three times slower. */
export interface Schema {
  readonly _zod: { readonly input: unknown; readonly output: unknown };
}

/** One route of the API: what it takes, what it answers and who may use it. */
export interface EndpointDefinition {
  readonly method: Method;
  /** The whole path. Each `:name` has its schema in `params`. */
  readonly path: `/api/${string}`;
  /** `public`, or the permission that a role of the caller must grant. */
  readonly access: 'public' | Permission;
  readonly params?: Readonly<Record<string, Schema>>;
  readonly query?: Schema;
  /** A JSON body. */
  readonly body?: Schema;
  /** The media type of a body that is not JSON; the handler reads the stream. */
  readonly upload?: string;
  /** The JSON answer. Fields that it does not name never leave the API. */
  readonly answer?: Schema;
  /** The media type of an answer that is not JSON. */
  readonly file?: string;
  /** The status of success: 200 by default, 204 without `answer` and `file`. */
  readonly status?: number;
  /** Takes an `idempotency-key` header: a repeated request gets the first answer again. */
  readonly idempotent?: true;
  /** For the OpenAPI document, where the name does not say enough. */
  readonly summary?: string;
}

export type Endpoint = EndpointDefinition & { readonly status: number };

/** The `:names` of a path. */
export type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** No property that an endpoint does not have. */
type OnlyDefined<D> = Record<Exclude<keyof D, keyof EndpointDefinition>, never>;

/** Every name of the path has a schema, and there is no schema for another name. */
type WithParamsOfPath<D extends EndpointDefinition> = [NamesIn<D['path']>] extends [never]
  ? { readonly params?: never }
  : {
      readonly params: Record<NamesIn<D['path']>, Schema> &
        Record<Exclude<keyof D['params'], NamesIn<D['path']>>, never>;
    };

/** Declares a route. The controller, the clients, the OpenAPI document and the permission matrix derive from it. */
export function endpoint<const D extends EndpointDefinition>(
  definition: D & OnlyDefined<D> & WithParamsOfPath<D>,
): D & { readonly status: number } {
  const status = definition.status ?? (definition.answer || definition.file ? 200 : 204);
  return { ...definition, status };
}

/** The checked path parameters of an endpoint. */
export type ParamsOf<E> = E extends { params: infer P extends Readonly<Record<string, Schema>> }
  ? { [Name in keyof P]: z.output<P[Name]> }
  : undefined;

/** A part's schema, undefined where the endpoint does not have the part. */
export type SchemaOf<E, Part extends string> = E extends Record<Part, infer S extends Schema> ? S : undefined;

type Checked<S> = S extends Schema ? [z.output<S>] : [];

/** What the handler of an endpoint receives: its parts, checked, in this order. */
export type Received<E extends Endpoint> = [
  ...(E extends { params: object } ? [ParamsOf<E>] : []),
  ...Checked<SchemaOf<E, 'query'>>,
  ...Checked<SchemaOf<E, 'body'>>,
];

/** What a client gets from an endpoint. */
export type AnswerOf<E extends Endpoint> =
  SchemaOf<E, 'answer'> extends Schema ? z.output<SchemaOf<E, 'answer'>> : undefined;

import type { z } from 'zod';
import type { Endpoint, NamesIn, Schema, SchemaOf } from './endpoint.js';

/**
 * What a client may send where the API expects `T`: the same fields, but each value may still be the text of a form or
 * missing. The API alone validates.
 */
export type Unchecked<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Unchecked<Item>[]
    : T extends object
      ? { readonly [Field in keyof T]: Unchecked<T[Field]> | undefined }
      : Plain<T> | string | null | undefined;

/** `true` as any truth value, `7` as any number. */
type Plain<T> = T extends boolean ? boolean : T extends number ? number : T;

type InputOf<E, Part extends string> =
  SchemaOf<E, Part> extends Schema ? Unchecked<z.input<SchemaOf<E, Part>>> : never;

type Part<E, Name extends string> = [InputOf<E, Name>] extends [never]
  ? { readonly [K in Name]?: undefined }
  : Record<never, never> extends InputOf<E, Name>
    ? { readonly [K in Name]?: InputOf<E, Name> }
    : { readonly [K in Name]: InputOf<E, Name> };

/** The parts of a request to an endpoint, before they are validated. */
export type EndpointInput<E extends Endpoint> = Part<E, 'query'> &
  Part<E, 'body'> &
  (E extends { params: infer P }
    ? { readonly params: { readonly [Name in keyof P]: string | number } }
    : { readonly params?: undefined }) &
  (E extends { idempotent: true }
    ? { readonly idempotencyKey?: string }
    : { readonly idempotencyKey?: undefined }) &
  (E extends { upload: string }
    ? { readonly upload: Uint8Array<ArrayBuffer> }
    : { readonly upload?: undefined });

/** The body of a request to an endpoint, as a form fills it in. */
export type BodyOf<E extends Endpoint> = NonNullable<EndpointInput<E>['body']>;

/** The query of a request to an endpoint, as an address gives it. */
export type QueryOf<E extends Endpoint> = NonNullable<EndpointInput<E>['query']>;

/** The input as the last parameter of a function; left out for an endpoint that needs none. `More` is the client's own. */
export type InputParameter<E extends Endpoint, More = object> =
  Record<never, never> extends EndpointInput<E>
    ? [input?: EndpointInput<E> & More]
    : [input: EndpointInput<E> & More];

type FieldsOf<T> = T extends unknown ? keyof T : never;
type FieldOf<T, Field> = T extends unknown ? (Field extends keyof T ? T[Field] : never) : never;
type IsAny<T> = 0 extends 1 & T ? true : false;

/** The names in `Given` that `Wanted` does not have, at any depth; never where there is none. */
export type UnknownFields<Given, Wanted> =
  IsAny<Given> extends true
    ? never
    : unknown extends Wanted
      ? never
      : Given extends string | number | boolean | null | undefined
        ? never
        : Given extends readonly (infer Item)[]
          ? UnknownFields<Item, Wanted extends readonly (infer WantedItem)[] ? WantedItem : never>
          : Given extends object
            ? {
                [Field in keyof Given]-?: Field extends FieldsOf<Wanted>
                  ? UnknownFields<NonNullable<Given[Field]>, NonNullable<FieldOf<Wanted, Field>>>
                  : Field;
              }[keyof Given]
            : never;

/**
 * Refuses fields that the endpoint does not know also where the object was built elsewhere, so that a field that is
 * renamed or removed in the contract does not compile in its forms.
 */
export type OnlyKnown<Given, E extends Endpoint> = [UnknownFields<Given, EndpointInput<E>>] extends [never]
  ? unknown
  : { unknownFields: UnknownFields<Given, EndpointInput<E>> };

/** The input as the last parameter, with `OnlyKnown` fields. */
export type KnownInputParameter<E extends Endpoint, Given> =
  Record<never, never> extends EndpointInput<E>
    ? [input?: Given & OnlyKnown<Given, E>]
    : [input: Given & OnlyKnown<Given, E>];

/** The path of an endpoint with its parameters filled in. */
export function pathOf<E extends Endpoint>(
  endpoint: E,
  ...[params]: E extends { params: infer P }
    ? [params: { readonly [Name in keyof P]: string | number }]
    : [params?: undefined]
): string {
  return addressOf(endpoint, { params });
}

/** A path with its parameters filled in, for the browser (browser-paths.ts). */
export function filledPath<Path extends string>(
  path: Path,
  params: { readonly [Name in NamesIn<Path>]: string | number },
): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encode(params[name as NamesIn<Path>]));
}

/** The address of a request: path and query. Null, undefined and empty values of the query are left out. */
export function addressOf(endpoint: Endpoint, input: { params?: object; query?: unknown } = {}): string {
  const path = filledPath<string>(endpoint.path, (input.params ?? {}) as Record<string, string>);
  let query = '';
  for (const [name, value] of Object.entries(input.query ?? {}) as [string, unknown][]) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query += `&${encode(name)}=${encode(one)}`;
    }
  }
  return query === '' ? path : `${path}?${query.slice(1)}`;
}

/** Half a character, which cannot be encoded, becomes U+FFFD as in a browser's form. */
function encode(value: unknown): string {
  const text = String(value);
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  }
}

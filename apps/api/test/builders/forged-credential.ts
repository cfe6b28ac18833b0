import { createHmac, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

type Json = Record<string, any>;

/** A forgery with the words for what was done to it. */
export interface Forgery {
  what: string;
  text: string;
}

const copy = (value: Json): Json => structuredClone(value);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Every place of a document that holds a value, as a path. */
function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    placesOf(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function changedAt(document: Json, path: (string | number)[], change: (old: unknown) => unknown): Json {
  const changed = copy(document);
  const holder = path.slice(0, -1).reduce<any>((value, step) => value[step], changed);
  const last = path.at(-1)!;
  holder[last] = change(holder[last]);
  return changed;
}

function withoutPlace(document: Json, path: (string | number)[]): Json {
  const changed = copy(document);
  const holder = path.slice(0, -1).reduce<any>((value, step) => value[step], changed);
  if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1);
  else delete holder[path.at(-1)!];
  return changed;
}

const altered = (old: unknown) => (typeof old === 'boolean' ? !old : `${String(old)}1`);

/** Each value changed, left out, doubled as an array, or turned into nothing: four forgeries a value. */
export function alteredDocuments(document: Json): Forgery[] {
  return placesOf(document).flatMap((path) => {
    const where = path.join('.');
    return [
      { what: `${where} changed`, text: JSON.stringify(changedAt(document, path, altered)) },
      { what: `${where} left out`, text: JSON.stringify(withoutPlace(document, path)) },
      { what: `${where} doubled`, text: JSON.stringify(changedAt(document, path, (old) => [old, old])) },
      { what: `${where} emptied`, text: JSON.stringify(changedAt(document, path, () => null)) },
    ];
  });
}

/** Tricks with the proof, the context and the text itself. `other`: a genuine credential of somebody else. */
export function trickedDocuments(document: Json, other: Json): Forgery[] {
  const trick = (what: string, change: (forged: Json) => void): Forgery => {
    const forged = copy(document);
    change(forged);
    return { what, text: JSON.stringify(forged) };
  };
  return [
    ...trickedTexts(document),
    trick('proof of another credential', (d) => (d.proof = other.proof)),
    trick('value of another proof', (d) => (d.proof[0].proofValue = other.proof[0].proofValue)),
    trick('subject of another credential', (d) => (d.credentialSubject = other.credentialSubject)),
    trick('id of another credential', (d) => (d.id = other.id)),
    trick('status of another credential', (d) => (d.credentialStatus = other.credentialStatus)),
    trick('another place in the status list', (d) => (d.credentialStatus.statusListIndex = '7')),
    trick('no status', (d) => delete d.credentialStatus),
    trick('no proof', (d) => delete d.proof),
    trick('an empty list of proofs', (d) => (d.proof = [])),
    trick('the proof by itself', (d) => (d.proof = d.proof[0])),
    trick('a list in the list', (d) => (d.proof = [d.proof])),
    trick('the proof twice', (d) => d.proof.push(d.proof[0])),
    trick('two proofs', (d) => d.proof.push({ ...d.proof[0], proofValue: 'z1' })),
    trick('a proof set', (d) => d.proof.push(other.proof[0])),
    trick('purpose authentication', (d) => (d.proof[0].proofPurpose = 'authentication')),
    trick('another suite', (d) => (d.proof[0].cryptosuite = 'eddsa-jcs-2022')),
    trick('a suite of the past', (d) => (d.proof[0].type = 'Ed25519Signature2020')),
    trick('a proof that expires', (d) => (d.proof[0].expires = '2999-01-01T00:00:00Z')),
    trick('a proof with a challenge', (d) => (d.proof[0].challenge = 'x')),
    trick('a proof with a domain', (d) => (d.proof[0].domain = 'example.jp')),
    trick('a did:key', (d) => (d.proof[0].verificationMethod = 'did:key:z6Mk#z6Mk')),
    trick('a key of another did', (d) => (d.proof[0].verificationMethod = 'did:web:example.org#key')),
    trick('another did', (d) => (d.issuer.id = 'did:web:example.org')),
    trick('issuer as text', (d) => (d.issuer = d.issuer.id)),
    trick('contexts turned round', (d) => (d['@context'] = d['@context'].toReversed())),
    trick('one context more', (d) => d['@context'].push('https://example.org/context.json')),
    trick('a context of one’s own', (d) => d['@context'].push({ name: 'https://example.org/name' })),
    trick('the context of version 1', (d) => (d['@context'][0] = 'https://www.w3.org/2018/credentials/v1')),
    trick(
      'an older Open Badges context',
      (d) => (d['@context'][1] = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'),
    ),
    trick('a type more', (d) => d.type.push('VerifiablePresentation')),
    trick('a member more', (d) => (d.evidence = [])),
    trick('a member of nothing', (d) => (d.note = null)),
    trick('a graph', (d) => (d['@graph'] = [copy(other)])),
    trick('an included node', (d) => (d['@included'] = [copy(other)])),
    trick('a name in another script', (d) => (d.credentialSubject.identifier[0].identityHash = '佐籐 和子')),
    trick('a name with a joiner', (d) => (d.credentialSubject.identifier[0].identityHash += '\u200d')),
    trick('a date of before', (d) => (d.validFrom = '2000-01-01T00:00:00Z')),
    trick('without end', (d) => (d.validUntil = '2999-01-01T00:00:00Z')),
  ];
}

/** Tricks with the text itself: what one reader of JSON takes for one thing and another for another. */
function trickedTexts(document: Json): Forgery[] {
  const text = JSON.stringify(document);
  return [
    { what: 'a name twice, first ours', text: `${text.slice(0, -1)},"name":"A"}` },
    { what: 'a name twice, last ours', text: `{"name":"A",${text.slice(1)}` },
    { what: 'an id twice by an escape', text: `{"i\\u0064":"urn:x",${text.slice(1)}` },
    {
      what: 'a name twice inside',
      text: text.replace('"licenseNumber"', '"licenseNumber":"1","licenseNumber"'),
    },
    { what: 'two documents', text: `${text}${text}` },
    { what: 'a list of documents', text: `[${text}]` },
    { what: 'cut off', text: text.slice(0, -2) },
    { what: 'nothing', text: '{}' },
    { what: 'only words', text: 'valid' },
    { what: 'very deep', text: `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}` },
    { what: 'wrapped in a presentation', text: JSON.stringify({ verifiableCredential: [document] }) },
  ];
}

const parts = (jwt: string) => jwt.split('.') as [string, string, string];
const headOf = (jwt: string): Json => JSON.parse(Buffer.from(parts(jwt)[0], 'base64url').toString());

function signedBy(
  key: KeyObject,
  header: Json,
  payload: string,
  algorithm: string | null = 'sha256',
): string {
  const text = `${encode(header)}.${payload}`;
  const signature = sign(algorithm, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

/** Tricks with a token: no algorithm, HMAC with the public key, foreign keys, other headers, mixed parts. */
export function trickedTokens(jwt: string, other: string, publicKeyPem: string, publicJwk: Json): Forgery[] {
  const [, payload, signature] = parts(jwt);
  const header = headOf(jwt);
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const strangerJwk = stranger.publicKey.export({ format: 'jwk' });
  const ed = generateKeyPairSync('ed25519');
  const hmac = (secret: string, alg: string) => {
    const text = `${encode({ ...header, alg })}.${payload}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const withHeader = (changes: Json) => `${encode({ ...header, ...changes })}.${payload}.${signature}`;
  return [
    ...mixedTokens(jwt, other),
    { what: 'alg none, no signature', text: `${encode({ ...header, alg: 'none' })}.${payload}.` },
    { what: 'alg none, old signature', text: withHeader({ alg: 'none' }) },
    { what: 'alg None', text: withHeader({ alg: 'None' }) },
    { what: 'HS256 with the public key as PEM', text: hmac(publicKeyPem, 'HS256') },
    { what: 'HS256 with the public key as JWK', text: hmac(JSON.stringify(publicJwk), 'HS256') },
    { what: 'HS256 with nothing', text: hmac('', 'HS256') },
    { what: 'signed by a stranger', text: signedBy(stranger.privateKey, header, payload) },
    {
      what: 'signed by a stranger whose key is in the header',
      text: signedBy(stranger.privateKey, { ...header, jwk: strangerJwk }, payload),
    },
    {
      what: 'signed by a stranger under his own name',
      text: signedBy(stranger.privateKey, { ...header, kid: 'did:web:example.org#1' }, payload),
    },
    {
      what: 'signed by a stranger who says he is another issuer',
      text: signedBy(
        stranger.privateKey,
        header,
        changedPayload(payload, { issuer: { id: 'did:web:example.org' } }),
      ),
    },
    {
      what: 'EdDSA of a stranger',
      text: signedBy(ed.privateKey, { ...header, alg: 'EdDSA' }, payload, null),
    },
    ...['ES384', 'RS256', 'PS256', 'EdDSA', 'HS512', ''].map((alg) => ({
      what: `alg ${alg || 'empty'}`,
      text: withHeader({ alg }),
    })),
    ...['JWT', 'vc+ld+json+jwt', 'vp+jwt', ''].map((typ) => ({
      what: `typ ${typ}`,
      text: withHeader({ typ }),
    })),
    { what: 'no kid', text: withHeader({ kid: undefined }) },
    { what: 'a kid that is an address', text: withHeader({ kid: 'http://localhost/key.json' }) },
    { what: 'a kid that is a path', text: withHeader({ kid: '../../etc/passwd' }) },
    { what: 'an address of keys', text: withHeader({ jku: 'http://localhost/keys.json' }) },
    { what: 'a critical extension', text: withHeader({ crit: ['b64'], b64: false }) },
  ];
}

/** Parts of tokens put together in other ways. */
function mixedTokens(jwt: string, other: string): Forgery[] {
  const [head, payload, signature] = parts(jwt);
  return [
    { what: 'the payload of another', text: `${head}.${parts(other)[1]}.${signature}` },
    { what: 'the signature of another', text: `${head}.${payload}.${parts(other)[2]}` },
    { what: 'the name changed', text: `${head}.${changedPayload(payload, { name: 'A' })}.${signature}` },
    { what: 'without end', text: `${head}.${changedPayload(payload, { exp: 4e9 })}.${signature}` },
    {
      what: 'another subject',
      text: `${head}.${changedPayload(payload, { sub: 'did:example:me' })}.${signature}`,
    },
    { what: 'the signature turned round', text: `${head}.${payload}.${turnedRound(signature)}` },
    { what: 'the signature cut', text: `${head}.${payload}.${signature.slice(0, -4)}` },
    { what: 'the signature of zeros', text: `${head}.${payload}.${Buffer.alloc(64).toString('base64url')}` },
    { what: 'four parts', text: `${jwt}.${signature}` },
    { what: 'two parts', text: `${head}.${payload}` },
    { what: 'a padded part', text: `${head}.${payload}=.${signature}` },
  ];
}

function changedPayload(payload: string, changes: Json): string {
  return encode({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...changes });
}

/** ECDSA: s and n − s are both signatures of the same text. */
function turnedRound(signature: string): string {
  const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
  const bytes = Buffer.from(signature, 'base64url');
  const s = order - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  return Buffer.concat([
    bytes.subarray(0, 32),
    Buffer.from(s.toString(16).padStart(64, '0'), 'hex'),
  ]).toString('base64url');
}

/** A token of the genuine key over another text: what somebody could make who has the key and not the database. */
export function tokenOfTheGenuineKey(
  jwt: string,
  privateKeyPem: string,
  changes: Json,
  header: Json = {},
): string {
  const payload = JSON.parse(Buffer.from(parts(jwt)[1], 'base64url').toString());
  const head = { ...headOf(jwt), ...header };
  return signedBy(createPrivateKey(privateKeyPem), head, encode({ ...payload, ...changes }));
}

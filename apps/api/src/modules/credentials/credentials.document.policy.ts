/** The content of a credential. All of it is on the paper as well; it must not reveal more about the person. */
export interface Claim {
  /** The id of the certificate. */
  sourceId: string;
  achievement: {
    id: string;
    name: string;
    description: string;
    /** The requirements, in words. */
    criteria: string;
  };
  issuerName: string;
  /** Exactly as printed. */
  recipientName: string;
  /** The number of the certificate. */
  number: string;
  /** The date on which it was earned, `YYYY-MM-DD` in Japan. */
  awardedOn: string;
  validFrom: Date;
}

/** A credential as issued, in both forms. */
export interface StoredCredential {
  /** JSON-LD with its proof, as text. */
  jsonLd: string;
  jwt: string;
}

/** The addresses that a credential contains. */
export interface CredentialAddresses {
  did: string;
  origin: string;
  achievement: string;
  badge: string;
  statusList: string;
}

export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

type Document = Record<string, unknown>;

/** The achievement, as it appears in credentials and (with its context) at its own address. */
export function achievementDocument(claim: Claim, at: CredentialAddresses): Document {
  const { name, description, criteria } = claim.achievement;
  return {
    id: at.achievement,
    type: ['Achievement'],
    achievementType: 'CertificateOfCompletion',
    inLanguage: 'ja',
    name,
    description,
    criteria: { narrative: criteria },
    image: { id: at.badge, type: 'Image' },
    creator: { id: at.did, type: ['Profile'], name: claim.issuerName, url: at.origin },
  };
}

/** The unsigned OpenBadgeCredential (Open Badges 3.0, VC Data Model 2.0) for a claim. */
export function credentialDocument(claim: Claim, at: CredentialAddresses, statusIndex: number): Document {
  return {
    '@context': [...contexts],
    id: `urn:uuid:${claim.sourceId}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: claim.achievement.name,
    issuer: { id: at.did, type: ['Profile'], name: claim.issuerName, url: at.origin },
    validFrom: secondsOf(claim.validFrom),
    awardedDate: `${claim.awardedOn}T00:00:00+09:00`,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'name',
          hashed: false,
          identityHash: claim.recipientName,
        },
      ],
      licenseNumber: claim.number,
      achievement: achievementDocument(claim, at),
    },
    credentialStatus: {
      id: `${at.statusList}#${statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(statusIndex),
      statusListCredential: at.statusList,
    },
  };
}

/** The RFC 7519 claims that a credential carries as a JWT, in addition to its own content. */
export function jwtPayload(document: Document): Document {
  return {
    ...document,
    iss: (document.issuer as Document).id,
    jti: document.id,
    nbf: Date.parse(document.validFrom as string) / 1000,
  };
}

/** An instant without fractions of a second, as in the examples of both standards. */
export function secondsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** What a credential says. All of it stands on the paper as well; more about the person it must not say. */
export interface Claim {
  /** The id of the paper. */
  sourceId: string;
  achievement: {
    id: string;
    name: string;
    description: string;
    /** In words, what one had to do for it. */
    criteria: string;
  };
  issuerName: string;
  /** Exactly as printed. */
  recipientName: string;
  /** The number of the paper. */
  number: string;
  /** The day on which it was earned, `YYYY-MM-DD` in Japan. */
  awardedOn: string;
  validFrom: Date;
}

/** A credential as it was handed out, in both forms. */
export interface StoredCredential {
  /** JSON-LD with its proof, as text. */
  jsonLd: string;
  jwt: string;
}

/** The addresses that a credential names. */
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

/** The achievement, as it stands in credentials and (with its context) at its own address. */
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

/** The OpenBadgeCredential (Open Badges 3.0, VC Data Model 2.0) of a claim, not yet signed. */
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

/** The claims of RFC 7519 that a credential carries as JWT, beside itself. */
export function jwtPayload(document: Document): Document {
  return {
    ...document,
    iss: (document.issuer as Document).id,
    jti: document.id,
    nbf: Date.parse(document.validFrom as string) / 1000,
  };
}

/** An instant without fractions of a second, as the examples of both standards have it. */
export function secondsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}

/**
 * What a PDF turned out to be: recorded the ledger knows this very file (and says its state), signed by the council but not
 * in the ledger, altered a file of the council that was changed, foreign not a file of the council.
 */
export const fileOutcomes = ['recorded', 'signed', 'altered', 'foreign'] as const;
export type FileOutcome = (typeof fileOutcomes)[number];

/** Largest PDF that is looked at, in bytes; a certificate has at most 150 kB. */
export const largestCertificateBytes = 1024 * 1024;

/**
 * The result of checking a PDF. recorded: the ledger contains exactly this file (and has its state); signed: signed by
 * the council but not in the ledger; altered: a file of the council that was changed; foreign: not a file of the
 * council.
 */
export const fileOutcomes = ['recorded', 'signed', 'altered', 'foreign'] as const;
export type FileOutcome = (typeof fileOutcomes)[number];

/** The maximum size in bytes of a PDF that is checked; a certificate has at most 150 kB. */
export const largestCertificateBytes = 1024 * 1024;

/** What an uploaded file is for; decides its greatest size and who may take it. */
export const uploadPurposes = ['film', 'material'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

/** Bytes are still missing, all are there, or a command has taken the file for its work. */
export const uploadStates = ['receiving', 'complete', 'taken'] as const;
export type UploadState = (typeof uploadStates)[number];

/** The greatest size in bytes: 4 GiB for a film, 50 MiB for a material. */
export const largestUploadBytes: Record<UploadPurpose, number> = {
  film: 4 * 1024 ** 3,
  material: 50 * 1024 ** 2,
};

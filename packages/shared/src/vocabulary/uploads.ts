/** What an uploaded file is for; decides its maximum size and who may use it. */
export const uploadPurposes = ['film', 'material'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

/** receiving: bytes are still missing; complete: all bytes are there; taken: a command has used the file. */
export const uploadStates = ['receiving', 'complete', 'taken'] as const;
export type UploadState = (typeof uploadStates)[number];

/** The maximum size in bytes: 4 GiB for a film, 50 MiB for a material. */
export const largestUploadBytes: Record<UploadPurpose, number> = {
  film: 4 * 1024 ** 3,
  material: 50 * 1024 ** 2,
};

/** The job that makes a film ready; its payload names the transcode. */
export const transcodeJob = 'transcoding.transcode';
export interface TranscodeJob {
  transcodeId: string;
}

/** The job that deletes an upload whose transcode has ended. */
export const forgetSourceJob = 'transcoding.forgetSource';
export interface ForgetSourceJob {
  uploadId: string;
}

/** Attempts after which a film that never gets ready is given up: a worker's death counts as one. */
export const mostAttempts = 30;

/** A worker that gives no sign of life for so long has died; its film is taken up by another. */
export const heartbeatSeconds = 15;

/** Nothing takes longer: the time limits of the single steps are far below it. */
export const longestTranscodeSeconds = 12 * 3600;

/** Seconds between two attempts: a dead worker's film is taken up again within a minute in all. */
export const retrySeconds = 5;

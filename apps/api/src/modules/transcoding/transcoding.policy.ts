/** The job that processes a film; its payload is the id of the transcode. */
export const transcodeJob = 'transcoding.transcode';
export interface TranscodeJob {
  transcodeId: string;
  /** Blob of a poster that was chosen for the film; without one the worker takes a picture of the film. */
  posterKey?: string;
}

/** The job that deletes an upload whose transcode has ended. */
export const forgetSourceJob = 'transcoding.forgetSource';
export interface ForgetSourceJob {
  uploadId: string;
}

/** Number of attempts before giving up on a film; a worker's death counts as one. */
export const mostAttempts = 30;

/** A worker without a heartbeat for this long (seconds) counts as dead; another one takes over its film. */
export const heartbeatSeconds = 15;

/** Upper limit of a job in seconds; the time limits of the single steps are far below it. */
export const longestTranscodeSeconds = 12 * 3600;

/** Seconds between two attempts: in total a dead worker's film is resumed within a minute. */
export const retrySeconds = 5;

/** The job that makes a film ready; its payload names the transcode. */
export const transcodeJob = 'transcoding.transcode';

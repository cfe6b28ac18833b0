/** A film to process: an upload taken by the caller, or a blob. */
export interface TranscodeRequest {
  uploadId?: string;
  blobKey?: string;
  /** Blob of the poster that the film keeps; without one the worker takes a picture of the film. */
  posterKey?: string;
  /** For what it is; stands in the events. */
  subjectId: string;
  fileName: string;
  sizeBytes: number;
}

/** A film to process: an upload taken by the caller, or a blob. */
export interface TranscodeRequest {
  uploadId?: string;
  blobKey?: string;
  /** Blob of the poster that the film keeps; without one the worker takes a picture of the film. */
  posterKey?: string;
  /** What the film belongs to; passed on in the events. */
  subjectId: string;
  fileName: string;
  sizeBytes: number;
}

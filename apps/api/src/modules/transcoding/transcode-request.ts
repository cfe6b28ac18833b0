/** A film to process: an upload taken by the caller, or a blob. */
export interface TranscodeRequest {
  uploadId?: string;
  blobKey?: string;
  /** What the film is for; included in the events. */
  subjectId: string;
  fileName: string;
  sizeBytes: number;
}

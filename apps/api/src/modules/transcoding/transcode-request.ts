/** A film to be made ready: an upload that the caller has taken, or a blob. */
export interface TranscodeRequest {
  uploadId?: string;
  blobKey?: string;
  /** For what it is; stands in the events. */
  subjectId: string;
  fileName: string;
  sizeBytes: number;
}

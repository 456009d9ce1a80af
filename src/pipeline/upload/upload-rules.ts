/** What a pipe that reads an upload lets through. Sizes are bytes. */
export interface UploadRules {
  readonly media_types: readonly string[];
  /** Of each document. */
  readonly document_types?: readonly string[];
  readonly max_document_bytes?: number;
  readonly max_pixels?: number;
  readonly max_documents?: number;
  /** Of all of it. */
  readonly max_bytes?: number;
}

export interface TakesUploads {
  readonly rules: UploadRules;
}

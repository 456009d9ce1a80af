/** A document as programs have it. What comes as a stream is read to its end first, because it may have to be sent again. */
export type DocumentSource =
  Blob | Uint8Array | ArrayBuffer | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** How documents are to be processed. */
export interface ProcessFields {
  /** `auto`, which is the default, lets the classifier decide. */
  readonly document_type?:
    'auto' | 'cedula_identidad' | 'ficha_residencia' | 'pasaporte' | (string & {}) | undefined;
  /** Two letters; else that of the type. */
  readonly language?: string | undefined;
  readonly apply_unwarping?: boolean | undefined;
  readonly enhance_quality?: boolean | undefined;
  /** From 0 to 1: words below it are dropped. */
  readonly ocr_confidence?: number | undefined;
  readonly perform_clustering?: boolean | undefined;
  /** Is called when the job is finished. */
  readonly callback_url?: string | undefined;
}

export interface NamedDocument {
  readonly source: DocumentSource;
  readonly fileName: string | undefined;
}

export async function documentForm(
  documents: readonly NamedDocument[],
  fields: ProcessFields = {},
): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, String(value));
  for (const { source, fileName } of documents) {
    const blob = await toBlob(source);
    form.append('file', blob, fileName ?? nameOf(blob));
  }
  return form;
}

async function toBlob(source: DocumentSource): Promise<Blob> {
  if (source instanceof Blob) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return new Blob([source as BlobPart]);
  if (source instanceof ReadableStream) return new Response(source).blob();
  const pieces: BlobPart[] = [];
  for await (const piece of source) pieces.push(piece as BlobPart);
  return new Blob(pieces);
}

function nameOf(blob: Blob): string {
  return 'name' in blob && typeof blob.name === 'string' ? blob.name : 'document';
}

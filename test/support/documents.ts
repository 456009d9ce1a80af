import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

const DOCUMENTS = new URL('../../examples/documents/', import.meta.url);

/** One of the sample documents, by its file name. */
export function sampleDocument(name: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(name, DOCUMENTS));
}

/** A sample document that nobody has sent before: the bytes behind its end are looked at by nobody. */
export function freshDocument(name = 'cedula-1-scan.jpg'): Buffer<ArrayBuffer> {
  return Buffer.concat([sampleDocument(name), randomBytes(16)]);
}

/** A form with a document and parameters, as a client sends it. */
export function documentForm(
  bytes: Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([bytes]), 'document');
  return form;
}

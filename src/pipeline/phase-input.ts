import type { Result } from '../cache/index.js';
import type { FilePart } from '../proxy/index.js';
import type { Document } from './upload/index.js';

/** A file that a phase works on, known by its digest: its bytes are only fetched for work that is really done. */
export interface PhaseInput {
  readonly sha256: string;
  load(): FilePart;
}

export function inputOf(document: Document): PhaseInput {
  return { sha256: document.sha256, load: () => document };
}

/** The image that phase 1 has made. */
export function correctedImage({ facts, output }: Result): PhaseInput {
  const { image_sha256: sha256 = '', content_type: mediaType = '' } = facts;
  let file: FilePart | undefined;
  const decode = (): FilePart => {
    const { corrected_image: image } = JSON.parse(output.toString()) as { corrected_image: string };
    return { bytes: Buffer.from(image, 'base64'), mediaType };
  };
  return { sha256, load: () => (file ??= decode()) };
}

/** A text that a phase works on. */
export interface TextInput {
  readonly sha256: string;
  load(): string;
}

/** The text that phase 4 has read. */
export function readText({ facts, output }: Result): TextInput {
  const { text_sha256: sha256 = '' } = facts;
  return { sha256, load: () => (JSON.parse(output.toString()) as { text: string }).text };
}

export interface EmbeddingsInput {
  readonly embeddings: readonly (readonly number[])[];
  /** Of their JSON. */
  readonly sha256: string;
}

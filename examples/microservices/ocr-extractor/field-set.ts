import { checked, rounded, type WordConfidence } from './confidence.ts';
import { readDate } from './dates.ts';
import { readRut } from './rut.ts';

export interface Extraction {
  structured_data: Record<string, string | boolean>;
  confidence_scores: Record<string, number>;
}

/** Collects the fields of one document. What cannot be read is left out, never invented. */
export class FieldSet {
  readonly #data: Extraction['structured_data'] = {};
  readonly #scores: Extraction['confidence_scores'] = {};
  readonly #confidenceOf: WordConfidence;

  constructor(confidenceOf: WordConfidence) {
    this.#confidenceOf = confidenceOf;
  }

  set(field: string, value: string | boolean, confidence: number): void {
    this.#data[field] = value;
    this.#scores[field] = rounded(confidence);
  }

  text(field: string, raw: string | undefined): void {
    if (raw) this.set(field, raw, this.#confidenceOf(raw));
  }

  date(field: string, raw: string | undefined): void {
    const value = raw && readDate(raw);
    if (value) this.set(field, value, this.#confidenceOf(raw));
  }

  rut(field: string, raw: string | undefined): void {
    const reading = raw ? readRut(raw) : null;
    if (raw && reading) this.set(field, reading.value, checked(this.#confidenceOf(raw), reading));
  }

  done(): Extraction {
    return { structured_data: this.#data, confidence_scores: this.#scores };
  }
}

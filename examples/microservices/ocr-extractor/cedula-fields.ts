import type { WordConfidence } from './confidence.ts';
import { DATE_PATTERN } from './dates.ts';
import { FieldSet, type Extraction } from './field-set.ts';
import { findLabelled, NAME_PATTERN, type FieldSpec } from './labelled-fields.ts';
import { RUT_PATTERN } from './rut.ts';

const DOCUMENT_NUMBER = /(?<![\w.])[\dOIlSB]{3}[.,\s]?[\dOIlSB]{3}[.,\s]?[\dOIlSB]{3}(?!\w)|\b[A-Z]\d{9}\b/;
const SEX = /(?<!\S)[MFX](?!\S)/;

const FIELDS: readonly FieldSpec[] = [
  { field: 'run', labels: ['RUN'], placement: 'beside', pattern: RUT_PATTERN },
  { field: 'apellidos', labels: ['APELLIDOS'], placement: 'below', pattern: NAME_PATTERN, lines: 2 },
  { field: 'nombres', labels: ['NOMBRES'], placement: 'below', pattern: NAME_PATTERN, lines: 2 },
  { field: 'nacionalidad', labels: ['NACIONALIDAD'], placement: 'below', pattern: NAME_PATTERN },
  { field: 'sexo', labels: ['SEXO'], placement: 'below', pattern: SEX },
  { field: 'fecha_nacimiento', labels: ['FECHA DE NACIMIENTO'], placement: 'below', pattern: DATE_PATTERN },
  {
    field: 'numero_documento',
    labels: ['NÚMERO DOCUMENTO', 'NÚMERO DE DOCUMENTO'],
    placement: 'below',
    pattern: DOCUMENT_NUMBER,
  },
  { field: 'fecha_emision', labels: ['FECHA DE EMISIÓN'], placement: 'below', pattern: DATE_PATTERN },
  { field: 'fecha_vencimiento', labels: ['FECHA DE VENCIMIENTO'], placement: 'below', pattern: DATE_PATTERN },
];

/** Front of a Chilean identity card. */
export function extractCedula(text: string, confidenceOf: WordConfidence): Extraction {
  const found = findLabelled(text, FIELDS);
  const fields = new FieldSet(confidenceOf);
  // The RUN is known by its form; some cards print it without its label.
  fields.rut('run', found.run ?? RUT_PATTERN.exec(text)?.[0]);
  fields.text('apellidos', found.apellidos);
  fields.text('nombres', found.nombres);
  fields.text('nacionalidad', found.nacionalidad);
  fields.text('sexo', found.sexo);
  fields.date('fecha_nacimiento', found.fecha_nacimiento);
  setDocumentNumber(fields, found.numero_documento, confidenceOf);
  fields.date('fecha_emision', found.fecha_emision);
  fields.date('fecha_vencimiento', found.fecha_vencimiento);
  return fields.done();
}

/** `512.345.678`; the number of a card has no check digit. */
function setDocumentNumber(fields: FieldSet, raw: string | undefined, confidenceOf: WordConfidence): void {
  if (!raw) return;
  if (/^[A-Z]\d{9}$/.test(raw)) {
    fields.text('numero_documento', raw);
    return;
  }
  const digits = raw
    .replace(/[.,\s]/g, '')
    .replace(/O/g, '0')
    .replace(/[Il]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8');
  const doubt = /[OIlSB]/.test(raw) ? 0.7 : 1;
  fields.set('numero_documento', digits.replace(/(\d{3})(?=\d)/g, '$1.'), confidenceOf(raw) * doubt);
}

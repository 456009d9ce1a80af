import type { WordConfidence } from './confidence.ts';
import { DATE_PATTERN } from './dates.ts';
import { FieldSet, type Extraction } from './field-set.ts';
import { findLabelled, type FieldSpec } from './labelled-fields.ts';
import { RUT_PATTERN } from './rut.ts';

/** Anything written, without the rules and specks around it. */
const WRITTEN = /[\p{L}\d].*?(?=[\s|_~=:;—-]*(?:\s[a-z])?$)/u;
const PHONE = /\+?\d[\d ]{6,}\d/;

const FIELDS: readonly FieldSpec[] = [
  { field: 'folio', labels: ['Folio', 'Folio N°'], placement: 'beside', pattern: /[A-Z]{0,2}-?\d+/ },
  { field: 'nombre_completo', labels: ['Nombre completo'], placement: 'beside', pattern: WRITTEN },
  { field: 'rut', labels: ['RUT', 'RUN'], placement: 'beside', pattern: RUT_PATTERN },
  { field: 'fecha_nacimiento', labels: ['Fecha de nacimiento'], placement: 'beside', pattern: DATE_PATTERN },
  { field: 'estado_civil', labels: ['Estado civil'], placement: 'beside', pattern: WRITTEN },
  { field: 'domicilio', labels: ['Domicilio', 'Dirección'], placement: 'beside', pattern: WRITTEN },
  { field: 'comuna', labels: ['Comuna'], placement: 'beside', pattern: WRITTEN },
  { field: 'region', labels: ['Región'], placement: 'beside', pattern: WRITTEN },
  { field: 'telefono', labels: ['Teléfono'], placement: 'beside', pattern: PHONE },
];

/** A residence form, one `label: value` to a line or several. */
export function extractFicha(text: string, confidenceOf: WordConfidence): Extraction {
  const found = findLabelled(text, FIELDS);
  const fields = new FieldSet(confidenceOf);
  fields.text('folio', found.folio);
  fields.text('nombre_completo', found.nombre_completo);
  fields.rut('rut', found.rut);
  fields.date('fecha_nacimiento', found.fecha_nacimiento);
  fields.text('estado_civil', found.estado_civil);
  fields.text('domicilio', found.domicilio);
  fields.text('comuna', found.comuna);
  fields.text('region', found.region);
  fields.text('telefono', found.telefono);
  return fields.done();
}

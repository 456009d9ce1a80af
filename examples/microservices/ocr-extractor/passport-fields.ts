import { checked, type WordConfidence } from './confidence.ts';
import { DATE_PATTERN } from './dates.ts';
import { FieldSet, type Extraction } from './field-set.ts';
import { findLabelled, NAME_PATTERN, type FieldSpec } from './labelled-fields.ts';
import type { CheckedField } from './mrz-repair.ts';
import { mrzDates, readPassportMrz, type PassportMrz } from './mrz.ts';
import { readRut, RUT_PATTERN } from './rut.ts';

/** The printed part, for pages whose machine readable zone cannot be read. */
const PRINTED: readonly FieldSpec[] = [
  { field: 'type', labels: ['Tipo / Type'], placement: 'below', pattern: /(?<!\S)P[A-Z]?(?!\S)/ },
  { field: 'nationality', labels: ['País / Country'], placement: 'below', pattern: /(?<!\S)[A-Z]{3}(?!\S)/ },
  {
    field: 'passport_number',
    labels: ['N° Pasaporte / Passport No.', 'Passport No.'],
    placement: 'below',
    pattern: /(?<!\S)[A-Z]{0,2}\d{6,9}(?!\S)/,
  },
  { field: 'surname', labels: ['Apellidos / Surname', 'Surname'], placement: 'below', pattern: NAME_PATTERN },
  {
    field: 'given_names',
    labels: ['Nombres / Given names', 'Given names'],
    placement: 'below',
    pattern: NAME_PATTERN,
  },
  { field: 'demonym', labels: ['Nacionalidad / Nationality'], placement: 'below', pattern: NAME_PATTERN },
  { field: 'personal_number', labels: ['RUN / Personal No.'], placement: 'below', pattern: RUT_PATTERN },
  {
    field: 'date_of_birth',
    labels: ['Fecha de nacimiento / Date of birth', 'Date of birth'],
    placement: 'below',
    pattern: DATE_PATTERN,
  },
  { field: 'sex', labels: ['Sexo / Sex', 'Sex'], placement: 'below', pattern: /(?<!\S)[MFX](?!\S)/ },
  {
    field: 'date_of_issue',
    labels: ['Fecha de emisión / Date of issue', 'Date of issue'],
    placement: 'below',
    pattern: DATE_PATTERN,
  },
  {
    field: 'date_of_expiry',
    labels: ['Fecha de vencimiento / Expiry', 'Fecha de vencimiento / Date of expiry', 'Date of expiry'],
    placement: 'below',
    pattern: DATE_PATTERN,
  },
];

/** Data page of a passport: by its machine readable zone, or by its labels when there is none. */
export function extractPassport(text: string, confidenceOf: WordConfidence): Extraction {
  const fields = new FieldSet(confidenceOf);
  const mrz = readPassportMrz(text);
  if (mrz) setZone(fields, mrz, confidenceOf);
  else setPrinted(fields, findLabelled(text, PRINTED));
  return fields.done();
}

function setZone(fields: FieldSet, mrz: PassportMrz, confidenceOf: WordConfidence): void {
  const [upper, lower] = [confidenceOf(mrz.raw[0]), confidenceOf(mrz.raw[1])];
  const setChecked = (name: string, field: CheckedField, value: string | null): void => {
    if (value) fields.set(name, value, checked(lower, field));
  };
  const dates = mrzDates(mrz);
  if (mrz.surname) fields.set('surname', mrz.surname, upper);
  if (mrz.givenNames) fields.set('given_names', mrz.givenNames, upper);
  setChecked('passport_number', mrz.number, mrz.number.value.replace(/<+$/, ''));
  setChecked('date_of_birth', mrz.birth, dates.birth);
  setChecked('date_of_expiry', mrz.expiry, dates.expiry);
  setChecked('personal_number', mrz.personal, personalNumber(mrz));
  setUnchecked(fields, mrz, lower);
  fields.set('mrz_valid', mrz.valid, mrz.valid ? 1 : lower);
}

/** No check digit of their own; but where all the others fit, nothing was lost or shifted around them. */
function setUnchecked(
  fields: FieldSet,
  { nationality, issuer, sex, valid }: PassportMrz,
  read: number,
): void {
  const placed = valid ? 1 - (1 - read) / 2 : read;
  const agreed = nationality === issuer ? 1 - (1 - placed) / 2 : placed;
  if (/^[A-Z]{1,3}$/.test(nationality)) fields.set('nationality', nationality, agreed);
  if (/^[MFX]$/.test(sex)) fields.set('sex', sex, placed);
}

/** Chile prints the RUN here, its hyphen as a filler; other countries what they like. */
function personalNumber({ nationality, personal }: PassportMrz): string {
  const text = personal.value.replace(/<+$/, '');
  const run = nationality === 'CHL' ? readRut(text.replace('<', '-')) : null;
  return run?.valid ? run.value : text;
}

function setPrinted(fields: FieldSet, found: Record<string, string>): void {
  fields.text('surname', found.surname);
  fields.text('given_names', found.given_names);
  fields.text('passport_number', found.passport_number);
  fields.text('nationality', found.nationality);
  fields.date('date_of_birth', found.date_of_birth);
  fields.text('sex', found.sex);
  fields.date('date_of_expiry', found.date_of_expiry);
  fields.rut('personal_number', found.personal_number);
  fields.set('mrz_valid', false, 1);
}

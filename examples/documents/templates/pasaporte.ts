import { mrzCheckDigit } from '../../microservices/ocr-extractor/mrz-check.ts';
import { mrzDate, writtenDate } from './dates.ts';
import { guilloche, MONO, portrait, svg, text, type TextStyle } from './svg.ts';

export interface Pasaporte {
  passport_number: string;
  surname: string;
  given_names: string;
  /** ISO 3166 alpha-3, as in the machine readable zone */
  nationality: string;
  date_of_birth: string;
  sex: string;
  date_of_expiry: string;
  personal_number: string;
}

/** What is printed on the page and not among the fields that are read; names with their accents. */
export interface PasaporteExtras {
  surname: string;
  givenNames: string;
  nationality: string;
  birthplace: string;
  issued: string;
}

const WIDTH = 1250;
const HEIGHT = 880;
const LABEL: TextStyle = { size: 17, fill: '#4a4a5c' };
const VALUE: TextStyle = { size: 28, weight: 'bold' };
const MRZ: TextStyle = { size: 43, family: MONO, fill: '#101010' };

/** Data page of a passport (TD3: 125 × 88 mm, 10 pixels per millimetre). */
export function pasaporteSvg(page: Pasaporte, extras: PasaporteExtras): string {
  const [left, middle, right] = [400, 690, 980];
  const [upper, lower] = machineReadableZone(page);
  return svg(
    WIDTH,
    HEIGHT,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#f3eee4"/>
    ${guilloche(WIDTH, 680, '#e4d6bd')}
    ${text(50, 70, 'REPÚBLICA DE CHILE', { size: 34, weight: 'bold', fill: '#7a1020' })}
    ${text(50, 108, 'PASAPORTE / PASSPORT', { size: 24, fill: '#7a1020' })}
    ${portrait(50, 150, 300, 400, '#a9795c')}
    ${field(left, 165, 'Tipo / Type', 'P')} ${field(middle, 165, 'País / Country', page.nationality)}
    ${field(right, 165, 'N° Pasaporte / Passport No.', page.passport_number)}
    ${field(left, 245, 'Apellidos / Surname', extras.surname)}
    ${field(left, 325, 'Nombres / Given names', extras.givenNames)}
    ${field(left, 405, 'Nacionalidad / Nationality', extras.nationality)} ${field(right, 405, 'RUN / Personal No.', page.personal_number)}
    ${field(left, 485, 'Fecha de nacimiento / Date of birth', writtenDate(page.date_of_birth))} ${field(right, 485, 'Sexo / Sex', page.sex)}
    ${field(left, 565, 'Lugar de nacimiento / Place of birth', extras.birthplace)}
    ${field(left, 645, 'Fecha de emisión / Date of issue', writtenDate(extras.issued))}
    ${field(right, 645, 'Fecha de vencimiento / Expiry', writtenDate(page.date_of_expiry))}
    <rect y="716" width="${WIDTH}" height="164" fill="#faf8f2"/>
    ${text(55, 785, upper, MRZ)} ${text(55, 845, lower, MRZ)}`,
  );
}

/** Two lines of 44 characters with their check digits (ICAO 9303 part 4). */
export function machineReadableZone(page: Pasaporte): [string, string] {
  const names = `${page.surname}<<${page.given_names}`.replaceAll(' ', '<');
  const number = page.passport_number.padEnd(9, '<');
  const personal = page.personal_number.replace(/\./g, '').replace('-', '<').padEnd(14, '<');
  const withCheck = (value: string): string => value + mrzCheckDigit(value);
  const [birth, expiry] = [withCheck(mrzDate(page.date_of_birth)), withCheck(mrzDate(page.date_of_expiry))];
  const checked = withCheck(number) + birth + expiry + withCheck(personal);
  const lower = `${withCheck(number)}${page.nationality}${birth}${page.sex}${expiry}${withCheck(personal)}${mrzCheckDigit(checked)}`;
  return [`P<${page.nationality}${names}`.padEnd(44, '<'), lower];
}

function field(x: number, y: number, label: string, value: string): string {
  return text(x, y, label, LABEL) + text(x, y + 33, value, VALUE);
}

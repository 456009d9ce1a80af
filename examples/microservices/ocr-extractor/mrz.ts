import { readMrzDate } from './dates.ts';
import { mrzCheckDigit } from './mrz-check.ts';
import { repairField, toDigits, toLetters, type CheckedField } from './mrz-repair.ts';

/** Machine readable zone of a passport booklet (TD3, ICAO 9303 part 4). */
export interface PassportMrz {
  /** The two lines as they were read, for looking up how surely. */
  raw: [string, string];
  /** The state that issued the passport. */
  issuer: string;
  surname: string;
  givenNames: string;
  nationality: string;
  sex: string;
  number: CheckedField;
  birth: CheckedField;
  expiry: CheckedField;
  personal: CheckedField;
  /** All five check digits fit. */
  valid: boolean;
}

const LENGTH = 44;

/** Finds the two lines in a text and reads them; null when there are none. */
export function readPassportMrz(text: string): PassportMrz | null {
  const read = text.split('\n');
  const zone = findZone(read);
  if (!zone) return null;
  const [upper, lower] = [zoneCharacters(read[zone.upper] ?? ''), zoneCharacters(read[zone.lower] ?? '')];
  const issuer = toLetters(upper.slice(2, 5)).replace(/<+$/, '');
  return {
    raw: [read[zone.upper]?.trim() ?? '', read[zone.lower]?.trim() ?? ''],
    issuer,
    ...readNames(upper),
    ...readLower(lower, issuer),
  };
}

/** Indexes of the two lines of the zone. */
export function findZone(lines: readonly string[]): { upper: number; lower: number } | null {
  const zones = lines.map(zoneCharacters);
  const upper = zones.findIndex((zone) => /^P[A-Z<][A-Z0-9]{3}.*<</.test(zone) && zone.length >= 30);
  const lower = zones.findIndex((zone, at) => at > upper && zone.length >= LENGTH - 6 && /\d{4}/.test(zone));
  return upper === -1 || lower === -1 ? null : { upper, lower };
}

/** Guillemets are a common reading of fillers; specks outside the alphabet of the zone are dropped. */
function zoneCharacters(raw: string): string {
  return raw
    .toUpperCase()
    .replaceAll('«', '<<')
    .replace(/[‹(]/g, '<')
    .replace(/[^A-Z0-9<]/g, '');
}

type LowerLine = Omit<PassportMrz, 'raw' | 'issuer' | 'surname' | 'givenNames'>;

/**
 * A line that is too long by one holds a character that was read twice: the reading is taken whose check
 * digits all fit. The nationality has none, so it must agree with the state that issued the passport.
 */
function readLower(zone: string, issuer: string): LowerLine {
  const plain = readData(toLength(zone));
  if (plain.valid || zone.length !== LENGTH + 1) return plain;
  const shorter = Array.from({ length: zone.length }, (_, at) => zone.slice(0, at) + zone.slice(at + 1));
  return shorter.map(readData).find((data) => data.valid && data.nationality === issuer) ?? plain;
}

/** The run of fillers in the optional part is what OCR miscounts; the rest has its fixed place. */
function toLength(zone: string): string {
  if (zone.length === LENGTH) return zone;
  const [head, middle, tail] = [zone.slice(0, 28), zone.slice(28, -2), zone.slice(-2)];
  return head + middle.replace(/<+$/, '').padEnd(14, '<').slice(0, 14) + tail;
}

function readNames(line: string): { surname: string; givenNames: string } {
  // Letters lost in the closing run of fillers are fillers misread: a name never follows three of them.
  const names = line
    .slice(5)
    .replace(/<{3,}.*$/, '')
    .replace(/<+[KCELS]?$/, '');
  const [surname = '', givenNames = ''] = names.split('<<');
  const written = (name: string): string => toLetters(name).replace(/<+/g, ' ').trim();
  return { surname: written(surname), givenNames: written(givenNames) };
}

function readData(line: string): LowerLine {
  const number = repairField(line.slice(0, 9), line.slice(9, 10), 'mixed');
  const birth = repairField(line.slice(13, 19), line.slice(19, 20), 'digits');
  const expiry = repairField(line.slice(21, 27), line.slice(27, 28), 'digits');
  const personal = repairField(line.slice(28, 42), line.slice(42, 43), 'mixed');
  const digits = [9, 19, 27].map((at) => toDigits(line.slice(at, at + 1)));
  const [numberCheck = '', birthCheck = '', expiryCheck = ''] = digits;
  const checkedPart =
    number.value +
    numberCheck +
    birth.value +
    birthCheck +
    expiry.value +
    expiryCheck +
    personal.value +
    line.slice(42, 43);
  const isWholeValid = mrzCheckDigit(checkedPart) === toDigits(line.slice(43, 44));
  return {
    nationality: toLetters(line.slice(10, 13)).replace(/<+$/, ''),
    sex: line.slice(20, 21).replace('<', 'X'),
    number,
    birth,
    expiry,
    personal,
    valid: isWholeValid && [number, birth, expiry, personal].every((field) => field.valid),
  };
}

/** ISO dates of the zone; null when the six digits are no date. */
export function mrzDates(mrz: PassportMrz): { birth: string | null; expiry: string | null } {
  return { birth: readMrzDate(mrz.birth.value, 'birth'), expiry: readMrzDate(mrz.expiry.value, 'expiry') };
}

const MONTHS = ['ENE', 'FEB', 'MAR', 'ABR', 'MAY', 'JUN', 'JUL', 'AGO', 'SEP', 'OCT', 'NOV', 'DIC'];

/** `1990-03-12` → `12 MAR 1990` */
export function writtenDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `1990-03-12` → `12/03/1990` */
export function numericDate(iso: string, separator: string): string {
  return iso.split('-').reverse().join(separator);
}

/** `1990-03-12` → `900312` */
export function mrzDate(iso: string): string {
  return iso.replaceAll('-', '').slice(2);
}

import { writtenDate } from './dates.ts';
import { guilloche, portrait, svg, text, type TextStyle } from './svg.ts';

export interface Cedula {
  run: string;
  apellidos: string;
  nombres: string;
  nacionalidad: string;
  sexo: string;
  fecha_nacimiento: string;
  numero_documento: string;
  fecha_emision: string;
  fecha_vencimiento: string;
}

const WIDTH = 1200;
const HEIGHT = 757;
const LABEL: TextStyle = { size: 19, fill: '#3f4a63' };
const VALUE: TextStyle = { size: 32, weight: 'bold' };

/** Front of an identity card (ID-1 format, about 14 pixels per millimetre); surnames on one line or on two. */
export function cedulaSvg(card: Cedula, surnameLines: 1 | 2): string {
  const [left, right] = [390, 800];
  const lines = surnameLines === 1 ? [card.apellidos] : card.apellidos.split(' ');
  const surnames = lines.map((name, index) => text(left, 215 + index * 40, name, VALUE));
  const shift = (lines.length - 1) * 40;
  return svg(
    WIDTH,
    HEIGHT,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#eaf1ee"/>
    ${guilloche(WIDTH, HEIGHT, '#cfe0da')}
    ${heading()}
    ${portrait(50, 180, 290, 380, '#b98d72')}
    ${text(left, 178, 'APELLIDOS', LABEL)} ${surnames.join('')}
    ${field(left, 262 + shift, 'NOMBRES', card.nombres)}
    ${field(left, 348 + shift, 'NACIONALIDAD', card.nacionalidad)}
    ${field(right, 348 + shift, 'SEXO', card.sexo)}
    ${field(left, 434 + shift, 'FECHA DE NACIMIENTO', writtenDate(card.fecha_nacimiento))}
    ${field(right, 434 + shift, 'NÚMERO DOCUMENTO', card.numero_documento)}
    ${field(left, 520 + shift, 'FECHA DE EMISIÓN', writtenDate(card.fecha_emision))}
    ${field(right, 520 + shift, 'FECHA DE VENCIMIENTO', writtenDate(card.fecha_vencimiento))}
    ${text(50, 690, `RUN ${card.run}`, { size: 38, weight: 'bold' })}`,
  );
}

function heading(): string {
  return `<rect width="${WIDTH}" height="120" fill="#d5e3ee"/>
    ${text(50, 52, 'REPÚBLICA DE CHILE', { size: 34, weight: 'bold', fill: '#1d3566' })}
    ${text(50, 94, 'SERVICIO DE REGISTRO CIVIL E IDENTIFICACIÓN', { size: 22, fill: '#1d3566' })}
    ${text(1150, 62, 'CÉDULA DE IDENTIDAD', { size: 30, weight: 'bold', fill: '#8c1d2c', anchor: 'end' })}`;
}

function field(x: number, y: number, label: string, value: string): string {
  return text(x, y, label, LABEL) + text(x, y + 37, value, VALUE);
}

import { numericDate } from './dates.ts';
import { MONO, svg, text, type TextStyle } from './svg.ts';

export interface Ficha {
  folio: string;
  nombre_completo: string;
  rut: string;
  fecha_nacimiento: string;
  estado_civil: string;
  domicilio: string;
  comuna: string;
  region: string;
  telefono: string;
}

const WIDTH = 1160;
const HEIGHT = 1280;
const LABEL: TextStyle = { size: 24, weight: 'bold', fill: '#2a2a2a' };
const VALUE: TextStyle = { size: 27, family: MONO, fill: '#14203c' };

/** A municipal residence form, filled in by typewriter. */
export function fichaSvg(form: Ficha, dateSeparator: '/' | '-'): string {
  return svg(
    WIDTH,
    HEIGHT,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf5"/>
    ${text(80, 90, `ILUSTRE MUNICIPALIDAD DE ${form.comuna.toUpperCase()}`, { size: 26, weight: 'bold' })}
    ${text(80, 126, 'Departamento de Desarrollo Social', { size: 24 })}
    ${text(WIDTH / 2, 220, 'FICHA DE RESIDENCIA', { size: 42, weight: 'bold', anchor: 'middle' })}
    ${field(80, 290, 'Folio:', form.folio, 110)}
    ${section(340, '1. Identificación')}
    ${field(80, 420, 'Nombre completo:', form.nombre_completo)}
    ${field(80, 480, 'RUT:', form.rut)}
    ${field(80, 540, 'Fecha de nacimiento:', numericDate(form.fecha_nacimiento, dateSeparator))}
    ${field(80, 600, 'Estado civil:', form.estado_civil)}
    ${section(650, '2. Residencia')}
    ${field(80, 730, 'Domicilio:', form.domicilio)}
    ${field(80, 790, 'Comuna:', form.comuna)}
    ${field(80, 850, 'Región:', form.region)}
    ${field(80, 910, 'Teléfono:', form.telefono)}
    ${declaration()}`,
  );
}

function field(x: number, y: number, label: string, value: string, indent = 300): string {
  const line = `<line x1="${x + indent}" x2="${WIDTH - 80}" y1="${y + 14}" y2="${y + 14}" stroke="#b9b9b4" stroke-width="1.5"/>`;
  return text(x, y, label, LABEL) + text(x + indent + 10, y, value, VALUE) + line;
}

function section(y: number, title: string): string {
  return `<rect x="80" y="${y - 12}" width="${WIDTH - 160}" height="40" fill="#e4e6e0"/>${text(96, y + 17, title, { size: 25, weight: 'bold' })}`;
}

function declaration(): string {
  const style: TextStyle = { size: 22, fill: '#333333' };
  return `${text(80, 990, 'Declaro que los datos anotados en esta ficha son verdaderos y que mantengo mi', style)}
    ${text(80, 1022, 'residencia en la dirección indicada.', style)}
    <path d="M 720 1150 q 30 -70 60 -10 t 55 -20 t 60 10 t 70 -25" fill="none" stroke="#27408b" stroke-width="4"/>
    <line x1="680" x2="1040" y1="1180" y2="1180" stroke="#444444" stroke-width="2"/>
    ${text(860, 1212, 'Firma del declarante', { size: 22, anchor: 'middle' })}`;
}

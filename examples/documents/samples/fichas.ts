import type { Shot } from '../scan.ts';
import { fichaSvg, type Ficha } from '../templates/ficha.ts';
import { flatbed, rut, type Encoding, type Sample } from './sample.ts';

function ficha(file: string, form: Ficha, separator: '/' | '-', shot: Shot, encoding: Encoding): Sample {
  const svg = fichaSvg(form, separator);
  return { file, document_type: 'ficha_residencia', fields: { ...form }, svg, shot, encoding };
}

export const FICHAS: Sample[] = [
  ficha(
    'ficha-1-scan.png',
    {
      folio: '004821',
      nombre_completo: 'Camila Fernanda Rojas Peñaloza',
      rut: rut('16204583'),
      fecha_nacimiento: '1986-07-21',
      estado_civil: 'Soltera',
      domicilio: 'Avenida Los Carrera 1420, depto. 35',
      comuna: 'Quilpué',
      region: 'Valparaíso',
      telefono: '+56 9 8123 4567',
    },
    '/',
    flatbed([1160, 1280], [1160, 1280], 0, 21),
    { format: 'png' },
  ),
  ficha(
    'ficha-2-fax.tiff',
    {
      folio: '017306',
      nombre_completo: 'Jorge Esteban Catalán Vidal',
      rut: rut('9871244'),
      fecha_nacimiento: '1963-02-08',
      estado_civil: 'Casado',
      domicilio: 'Calle Los Aromos 582',
      comuna: 'Temuco',
      region: 'La Araucanía',
      telefono: '+56 45 231 6078',
    },
    '-',
    { ...flatbed([1280, 1400], [1160, 1280], 3.5, 22), noise: 4 },
    { format: 'tiff' },
  ),
  ficha(
    'ficha-3-faded.pdf',
    {
      folio: '029954',
      nombre_completo: 'Sofía Antonia Herrera Muñoz',
      rut: rut('20345119'),
      fecha_nacimiento: '2000-12-30',
      estado_civil: 'Conviviente civil',
      domicilio: 'Pasaje El Boldo 77, Villa Austral',
      comuna: 'Puerto Montt',
      region: 'Los Lagos',
      telefono: '+56 9 7345 2210',
    },
    '/',
    { ...flatbed([1240, 1360], [1160, 1280], -1.6, 23), contrast: 0.32, noise: 3 },
    { format: 'pdf', quality: 74 },
  ),
];

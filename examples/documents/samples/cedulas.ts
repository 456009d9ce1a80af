import type { Shot } from '../scan.ts';
import { cedulaSvg, type Cedula } from '../templates/cedula.ts';
import { flatbed, rut, type Encoding, type Sample } from './sample.ts';

function cedula(file: string, card: Cedula, surnameLines: 1 | 2, shot: Shot, encoding: Encoding): Sample {
  const svg = cedulaSvg(card, surnameLines);
  return { file, document_type: 'cedula_identidad', fields: { ...card }, svg, shot, encoding };
}

export const CEDULAS: Sample[] = [
  cedula(
    'cedula-1-scan.jpg',
    {
      run: rut('17482915'),
      apellidos: 'SOTO FUENZALIDA',
      nombres: 'VALENTINA ANDREA',
      nacionalidad: 'CHILENA',
      sexo: 'F',
      fecha_nacimiento: '1990-03-12',
      numero_documento: '512.345.678',
      fecha_emision: '2021-05-04',
      fecha_vencimiento: '2031-03-12',
    },
    1,
    { ...flatbed([1300, 860], [1200, 757], 1.2, 11), noise: 3, blur: 0.6 },
    { format: 'jpeg', quality: 82 },
  ),
  cedula(
    'cedula-2-photo.jpg',
    {
      run: rut('15680242'),
      apellidos: 'MUÑOZ ARAVENA',
      nombres: 'IGNACIO JOSÉ',
      nacionalidad: 'CHILENA',
      sexo: 'M',
      fecha_nacimiento: '1984-09-03',
      numero_documento: '108.774.215',
      fecha_emision: '2019-01-17',
      fecha_vencimiento: '2029-09-03',
    },
    2,
    {
      width: 1600,
      height: 1200,
      surface: 'wood',
      corners: [
        [182, 206],
        [1432, 138],
        [1508, 1004],
        [98, 932],
      ],
      noise: 4,
      shade: 0.25,
      blur: 0.4,
      seed: 12,
    },
    { format: 'jpeg', quality: 76 },
  ),
  cedula(
    'cedula-3-turned-noisy.webp',
    {
      run: rut('24916370'),
      apellidos: 'QUISPE MAMANI',
      nombres: 'ROSA ELENA',
      nacionalidad: 'PERUANA',
      sexo: 'F',
      fecha_nacimiento: '1976-11-28',
      numero_documento: '601.229.843',
      fecha_emision: '2022-08-30',
      fecha_vencimiento: '2027-08-30',
    },
    1,
    { ...flatbed([1280, 840], [1200, 757], -0.8, 13), noise: 16 },
    { format: 'webp', quality: 78, turn: 90 },
  ),
];

import type { Shot } from '../scan.ts';
import { pasaporteSvg, type Pasaporte, type PasaporteExtras } from '../templates/pasaporte.ts';
import { flatbed, rut, type Encoding, type Sample } from './sample.ts';

function pasaporte(
  file: string,
  page: Pasaporte,
  extras: PasaporteExtras,
  shot: Shot,
  encoding: Encoding,
): Sample {
  const svg = pasaporteSvg(page, extras);
  return { file, document_type: 'pasaporte', fields: { ...page, mrz_valid: true }, svg, shot, encoding };
}

const CHILEAN = { nationality: 'CHILENA / CHILEAN' };

export const PASAPORTES: Sample[] = [
  pasaporte(
    'pasaporte-1-skewed.jpg',
    {
      passport_number: 'F40127753',
      surname: 'CONTRERAS VERGARA',
      given_names: 'MATIAS ALONSO',
      nationality: 'CHL',
      date_of_birth: '1993-10-05',
      sex: 'M',
      date_of_expiry: '2032-04-18',
      personal_number: rut('18623901'),
    },
    {
      ...CHILEAN,
      surname: 'CONTRERAS VERGARA',
      givenNames: 'MATÍAS ALONSO',
      birthplace: 'CONCEPCIÓN',
      issued: '2022-04-18',
    },
    { ...flatbed([1400, 1040], [1250, 880], -4, 31), noise: 4, blur: 0.6 },
    { format: 'jpeg', quality: 80, exif: 6 },
  ),
  pasaporte(
    'pasaporte-2-photo.jpg',
    {
      passport_number: 'P08851946',
      surname: 'BUSTAMANTE OLEA',
      given_names: 'DANIELA PAZ',
      nationality: 'CHL',
      date_of_birth: '1988-01-26',
      sex: 'F',
      date_of_expiry: '2030-09-02',
      personal_number: rut('16790358'),
    },
    {
      ...CHILEAN,
      surname: 'BUSTAMANTE OLEA',
      givenNames: 'DANIELA PAZ',
      birthplace: 'ANTOFAGASTA',
      issued: '2020-09-02',
    },
    {
      width: 1700,
      height: 1250,
      surface: 'cloth',
      corners: [
        [190, 212],
        [1470, 128],
        [1552, 1092],
        [236, 1046],
      ],
      noise: 5,
      shade: 0.3,
      seed: 32,
    },
    { format: 'jpeg', quality: 76 },
  ),
  pasaporte(
    'pasaporte-3-upside-down.webp',
    {
      passport_number: 'F51390628',
      surname: 'NUNEZ IBARRA',
      given_names: 'TOMAS ANDRES',
      nationality: 'CHL',
      date_of_birth: '2001-06-14',
      sex: 'M',
      date_of_expiry: '2033-11-09',
      personal_number: rut('20785463'),
    },
    {
      ...CHILEAN,
      surname: 'NÚÑEZ IBARRA',
      givenNames: 'TOMÁS ANDRÉS',
      birthplace: 'PUNTA ARENAS',
      issued: '2023-11-09',
    },
    { ...flatbed([1330, 960], [1250, 880], 1.5, 33), noise: 9, contrast: 0.6 },
    { format: 'webp', quality: 78, turn: 180 },
  ),
];

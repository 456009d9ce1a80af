import { describe, expect, it } from '@jest/globals';
import { extractCedula } from './cedula-fields.ts';
import { wordConfidence } from './confidence.ts';
import { extractFicha } from './ficha-fields.ts';
import { extractPassport } from './passport-fields.ts';

const sure = wordConfidence([]);

const CEDULA = `REPÚBLICA DE CHILE CÉDULA DE IDENTIDAD
APELLIDOS
MUÑOZ |
ARAVENA
a NOMBRES :
IGNACIO JOSÉ f
NACIONALIDAD SEXO
CHILENA M
FECHA DE NACIMENTO NÚMERO DOCUMENTO
7 03 SEP 1984 108.774.215 |
FECHA DE EMISIÓN FECHA DE VENCIMIENTO
17 ENE 2019 03 SEP 2029
RUN 15.680.242-5`;

describe('extractCedula', () => {
  it('reads every field in spite of specks, a misread label and surnames on two lines', () => {
    expect(extractCedula(CEDULA, sure).structured_data).toEqual({
      run: '15.680.242-5',
      apellidos: 'MUÑOZ ARAVENA',
      nombres: 'IGNACIO JOSÉ',
      nacionalidad: 'CHILENA',
      sexo: 'M',
      fecha_nacimiento: '1984-09-03',
      numero_documento: '108.774.215',
      fecha_emision: '2019-01-17',
      fecha_vencimiento: '2029-09-03',
    });
  });

  it('trusts a RUN whose check digit fits more, one whose check digit fails less', () => {
    const words = [
      { text: '15.680.242-5', confidence: 0.8 },
      { text: '15.680.242-6', confidence: 0.8 },
    ];
    const right = extractCedula(CEDULA, wordConfidence(words));
    const wrong = extractCedula(CEDULA.replace('242-5', '242-6'), wordConfidence(words));
    expect(right.confidence_scores.run).toBeCloseTo(0.98, 2);
    expect(wrong.structured_data.run).toBe('15.680.242-6');
    expect(wrong.confidence_scores.run).toBeCloseTo(0.24, 2);
  });

  it('finds the RUN without its label', () => {
    expect(extractCedula('x 15.680.242-5 y', sure).structured_data).toEqual({ run: '15.680.242-5' });
  });

  it('leaves out a day that the calendar does not have', () => {
    const { structured_data: data } = extractCedula(CEDULA.replace('17 ENE', '37 ENE'), sure);
    expect(data).not.toHaveProperty('fecha_emision');
    expect(data).toHaveProperty('fecha_vencimiento', '2029-09-03');
  });

  it('has no fields for text that is no card', () => {
    expect(extractCedula('', sure)).toEqual({ structured_data: {}, confidence_scores: {} });
  });
});

describe('extractFicha', () => {
  it('reads labels with their values beside them, two to a line as well', () => {
    const text = `FICHA DE RESIDENCIA
Folio: 004821
Nombre completo: Camila Fernanda Rojas Peñaloza |
RUT: 16.204.583-0 Fecha de nacimiento: 21/07/1986
Estado civil: Soltera _
Domicilio: Avenida Los Carrera 1420, depto. 35
Comuna: Quilpué Región: Valparaíso
Telefono: +56 9 8123 4567
Declaro que mantengo mi residencia en la dirección indicada.`;
    expect(extractFicha(text, sure).structured_data).toEqual({
      folio: '004821',
      nombre_completo: 'Camila Fernanda Rojas Peñaloza',
      rut: '16.204.583-0',
      fecha_nacimiento: '1986-07-21',
      estado_civil: 'Soltera',
      domicilio: 'Avenida Los Carrera 1420, depto. 35',
      comuna: 'Quilpué',
      region: 'Valparaíso',
      telefono: '+56 9 8123 4567',
    });
  });
});

describe('extractPassport', () => {
  const printed = `REPUBLICA DE CHILE
Tipo / Type Pais / Country N° Pasaporte / Passport No.
P CHL F40127753
Apellidos / Surname
CONTRERAS VERGARA
Nombres / Given names
MATIAS ALONSO
Nacionalidad / Nationality RUN / Personal No.
CHILENA / CHILEAN 18.623.901-6
Fecha de nacimiento / Date of birth Sexo / Sex
05 OCT 1993 M
Fecha de emision / Date of issue Fecha de vencimiento / Expiry
18 ABR 2022 18 ABR 2032`;
  const zone = `P<CHLCONTRERAS<VERGARA<<MATIAS<ALONSO<<<<<<<
F401277534CHL9310058M320418618623901<6<<<<44`;
  const fields = {
    surname: 'CONTRERAS VERGARA',
    given_names: 'MATIAS ALONSO',
    passport_number: 'F40127753',
    nationality: 'CHL',
    date_of_birth: '1993-10-05',
    sex: 'M',
    date_of_expiry: '2032-04-18',
    personal_number: '18.623.901-6',
  };

  it('reads the machine readable zone', () => {
    const { structured_data: data, confidence_scores: scores } = extractPassport(zone, sure);
    expect(data).toEqual({ ...fields, mrz_valid: true });
    expect(scores.date_of_birth).toBeGreaterThan(scores.surname ?? 1);
  });

  it('falls back on the printed labels', () => {
    expect(extractPassport(printed, sure).structured_data).toEqual({ ...fields, mrz_valid: false });
  });
});

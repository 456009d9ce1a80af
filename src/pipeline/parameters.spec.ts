import { describe, expect, it } from '@jest/globals';

import { AppError } from '../common/errors/index.js';
import { flatten, parseParameters, pipelineSchemas, renameAlias } from './parameters.js';

const schemas = pipelineSchemas({
  document_classes: ['cedula_identidad', 'ficha_residencia', 'pasaporte'],
  ocr_confidence: 0.3,
});

const DEFAULTS = {
  document_type: 'auto',
  apply_unwarping: true,
  enhance_quality: true,
  ocr_confidence: 0.3,
  perform_clustering: false,
};

/** As `POST /process` reads them. */
function processParameters(raw: Readonly<Record<string, unknown>>): unknown {
  return parseParameters(schemas.process, flatten(raw, 'config', renameAlias));
}

function errorsOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return error.extensions.errors;
    throw error;
  }
}

describe('the parameters of /process', () => {
  it('have defaults, and none for the language', () => {
    expect(processParameters({})).toEqual(DEFAULTS);
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
    ['FALSE', false],
    [true, true],
    [false, false],
  ])('enhance_quality = %j › %s', (value, expected) => {
    expect(processParameters({ enhance_quality: value })).toEqual({ ...DEFAULTS, enhance_quality: expected });
  });

  it.each([
    ['0', 0],
    ['1', 1],
    ['0.75', 0.75],
    ['.5', 0.5],
    ['1.000', 1],
    [0.75, 0.75],
    [0, 0],
  ])('ocr_confidence = %j › %d', (value, expected) => {
    expect(processParameters({ ocr_confidence: value })).toEqual({ ...DEFAULTS, ocr_confidence: expected });
  });

  it.each([
    ['enhance_quality', 'maybe', 'must be true or false'],
    ['enhance_quality', '', 'must be true or false'],
    ['enhance_quality', 1, 'must be true or false'],
    ['apply_unwarping', null, 'must be true or false'],
    ['ocr_confidence', 'often', 'must be a number'],
    ['ocr_confidence', '', 'must be a number'],
    ['ocr_confidence', '1e-1', 'must be a number'],
    ['ocr_confidence', '0x1', 'must be a number'],
    ['ocr_confidence', 'NaN', 'must be a number'],
    ['ocr_confidence', '1.', 'must be a number'],
    ['ocr_confidence', '-0.1', 'must be a number'],
    ['ocr_confidence', '1.01', expect.any(String)],
    ['ocr_confidence', -0.1, expect.any(String)],
    ['ocr_confidence', '9'.repeat(400), expect.any(String)],
    ['document_type', 'licencia', expect.any(String)],
    ['document_type', 'Pasaporte', expect.any(String)],
    ['document_type', 'constructor', expect.any(String)],
    ['language', 'español', 'must be a language of two letters, such as es'],
    ['language', '', 'must be a language of two letters, such as es'],
    ['colour', 'red', 'unknown field'],
    ['a/b', 'red', 'unknown field'],
  ])('%s = %.20j › a pointer and the reason', (name, value, detail) => {
    const pointer = `/${name.replace('/', '~1')}`;
    expect(errorsOf(() => processParameters({ [name]: value }))).toEqual([{ pointer, detail }]);
  });

  it('are all reported at once', () => {
    const errors = errorsOf(() => processParameters({ language: 'x', ocr_confidence: 2, colour: 1 }));
    expect(errors).toHaveLength(3);
  });

  it('are refused in no time, however long they are', () => {
    const before = process.threadCpuUsage();
    errorsOf(() => processParameters({ ocr_confidence: `${'1'.repeat(65_000)}x` }));
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(200);
  });
});

describe('the member `config`', () => {
  it.each([
    ['a value', { language: 'en', ocr_confidence: 0.5 }],
    ['text', '{"language":"en","ocr_confidence":0.5}'],
  ])('as %s › is read like direct parameters', (_what, config) => {
    expect(processParameters({ config })).toEqual({ ...DEFAULTS, language: 'en', ocr_confidence: 0.5 });
  });

  it('yields to what stands beside it', () => {
    const parameters = { config: '{"language":"en","ocr_confidence":0.5}', language: 'es' };
    expect(processParameters(parameters)).toEqual({ ...DEFAULTS, language: 'es', ocr_confidence: 0.5 });
  });

  it.each([['{'], [''], ['[]'], ['5'], ['"text"'], ['null'], [5], [[]], [true]])(
    '%j › a pointer',
    (config) => {
      expect(errorsOf(() => processParameters({ config }))).toEqual([
        { pointer: '/config', detail: 'must be a JSON object' },
      ]);
    },
  );

  it('does not reach a prototype', () => {
    errorsOf(() => processParameters({ config: '{"__proto__":{"admin":true}}' }));
    expect('admin' in {}).toBe(false);
  });

  it('is not looked for inside itself', () => {
    expect(errorsOf(() => processParameters({ config: { config: {} } }))).toEqual([
      { pointer: '/config', detail: 'unknown field' },
    ]);
  });
});

describe('the alias `ficha_type`', () => {
  it.each([
    ['alone', { ficha_type: 'pasaporte' }, 'pasaporte'],
    [
      'beside the real name',
      { ficha_type: 'pasaporte', document_type: 'cedula_identidad' },
      'cedula_identidad',
    ],
    ['in config', { config: '{"ficha_type":"pasaporte"}' }, 'pasaporte'],
    [
      'direct, with the real name in config',
      { ficha_type: 'pasaporte', config: { document_type: 'auto' } },
      'pasaporte',
    ],
    [
      'in config, with the real name direct',
      { document_type: 'auto', config: { ficha_type: 'pasaporte' } },
      'auto',
    ],
  ])('%s › %#', (_what, raw, documentType) => {
    expect(processParameters(raw)).toMatchObject({ document_type: documentType });
  });
});

describe('the parameters of the single phases', () => {
  const corners = [[0, 0], [9, 0], [9, 9], [0, 9]]; // prettier-ignore

  it.each([
    ['unwarp', { corners }, { corners }],
    ['embed', { cluster: 'true' }, { cluster: true }],
    ['classify', {}, { model: 'efficientnet_b0' }],
    ['cluster', { embeddings: [[0], [1]] }, { embeddings: [[0], [1]], max_k: 10 }],
    ['ocr', { document_type: 'pasaporte' }, { document_type: 'pasaporte', ocr_confidence: 0.3 }],
  ] as const)('%s › %j', (name, raw, expected) => {
    expect(parseParameters(schemas[name], raw)).toEqual(expected);
  });

  it.each([
    ['unwarp', { corners: corners.slice(1) }, '/corners'],
    ['unwarp', { corners: [...corners.slice(1), [0, 'x']] }, '/corners/3/1'],
    ['classify', { model: '../../etc' }, '/model'],
    ['cluster', { embeddings: [[0]] }, '/embeddings'],
    ['cluster', { embeddings: [[0], [1]], max_k: 1 }, '/max_k'],
    ['train', { samples: [{ image: 'a', label: 'a b' }, { image: 'a', label: 'b' }] }, '/samples/0/label'], // prettier-ignore
    ['ocr', { document_type: 'auto' }, '/document_type'],
    ['extract', { text: '', document_type: 'pasaporte' }, '/text'],
    ['detectCorners', { enhance: true }, '/enhance'],
  ] as const)('%s › %j is refused', (name, raw, pointer) => {
    expect(errorsOf(() => parseParameters(schemas[name], raw))).toEqual([
      { pointer, detail: expect.any(String) },
    ]);
  });
});

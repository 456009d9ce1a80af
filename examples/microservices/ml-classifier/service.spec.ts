import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { createMlClassifier } from './service.ts';

const DOCUMENTS = new URL('../../documents/', import.meta.url);
const expected = JSON.parse(await readFile(new URL('expected.json', DOCUMENTS), 'utf8')) as Record<
  string,
  { document_type: string }
>;
const images = Object.entries(expected)
  .map(([file, { document_type }]) => [file, document_type] as const)
  .filter(([file]) => !file.endsWith('.pdf'));

const classifier = createMlClassifier();
let url: string;

beforeAll(async () => {
  ({ url } = await classifier.listen(0));
});
afterAll(() => classifier.close());

interface Classified {
  predicted_class: string;
  confidence: number;
  probabilities: Record<string, number>;
  model_version: string;
}

const sample = (file: string): Promise<Buffer> => readFile(new URL(file, DOCUMENTS));

const upload = (address: string, file: Buffer, fields: Record<string, string> = {}): Promise<Response> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)]), 'document');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return fetch(address, { method: 'POST', body: form });
};

const classify = async (file: Buffer, fields?: Record<string, string>): Promise<Classified> =>
  (await (await upload(`${url}/classify`, file, fields)).json()) as Classified;

const train = (body: unknown): Promise<Response> =>
  fetch(`${url}/train`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const perturbations: Record<string, (image: Sharp, background: string) => Sharp> = {
  'turned by 2°': (image, background) => image.rotate(2, { background }),
  'pale and poorly compressed': (image) => image.linear(0.6, 80).jpeg({ quality: 40 }),
  blurred: (image) => image.blur(1.5),
};

/** What a turned picture shows beyond its old edge: more of the same table. */
const cornerColour = async (image: Buffer): Promise<string> => {
  const [red, green, blue] = await sharp(image)
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return `rgb(${red}, ${green}, ${blue})`;
};

describe('POST /classify', () => {
  it.each(images)('%s as it came › %s', async (file, type) => {
    const { predicted_class, confidence, probabilities } = await classify(await sample(file));
    expect(predicted_class).toBe(type);
    expect(confidence).toBeGreaterThan(0.5);
    expect(Object.values(probabilities).reduce((sum, each) => sum + each)).toBeCloseTo(1, 6);
    expect(probabilities[type]).toBe(confidence);
  });

  it.each(Object.entries(perturbations))('samples %s › still right', async (_, perturb) => {
    for (const [file, type] of images) {
      const upright = await sharp(await sample(file))
        .autoOrient()
        .toColourspace('srgb')
        .png()
        .toBuffer();
      const { predicted_class, confidence } = await classify(
        await perturb(sharp(upright), await cornerColour(upright)).toBuffer(),
      );
      expect([file, predicted_class, confidence > 0.5]).toEqual([file, type, true]);
    }
  });

  it('unknown model › 422; text › 415', async () => {
    expect((await upload(`${url}/classify`, await sample('cedula-1-scan.jpg'), { model: 'x' })).status).toBe(
      422,
    );
    expect((await upload(`${url}/classify`, Buffer.from('text'))).status).toBe(415);
  });
});

describe('POST /train', () => {
  const base64 = async (file: string): Promise<string> => (await sample(file)).toString('base64');

  it('labelled samples › a new model under that name, with its own version', async () => {
    const samples = await Promise.all(
      images.map(async ([file, type]) => ({
        image: await base64(file),
        label: type === 'pasaporte' ? 'book' : 'flat',
      })),
    );
    const trained = (await (await train({ model: 'mine', samples })).json()) as { model_version: string };
    expect(trained).toMatchObject({ model: 'mine', classes: ['book', 'flat'], samples: images.length });
    const answer = await classify(await sample('pasaporte-2-photo.jpg'), { model: 'mine' });
    expect(answer).toMatchObject({ predicted_class: 'book', model_version: trained.model_version });
    expect((await classify(await sample('pasaporte-2-photo.jpg'))).predicted_class).toBe('pasaporte');
  });

  it('default model › /health shows its new version, the same for the same samples', async () => {
    const samples = [
      { image: await base64('cedula-1-scan.jpg'), label: 'a' },
      { image: await base64('ficha-1-scan.png'), label: 'b' },
    ];
    const first = (await (await train({ samples })).json()) as { model_version: string; accuracy: number };
    expect(first.accuracy).toBe(0);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ model_version: first.model_version });
    expect(await (await train({ samples })).json()).toEqual(first);
  });

  it.each([
    ['no samples', {}],
    ['one class', { samples: [{ image: 'aGk=', label: 'a' }] }],
    ['a bad label', { samples: [{ image: 'aGk=', label: 'A b' }] }],
    ['no image', { samples: [{ label: 'a' }] }],
    ['unreadable images', { samples: ['a', 'b'].map((label) => ({ image: 'aGk=', label })) }],
    ['a bad model name', { model: '../x', samples: [] }],
  ])('%s › 422', async (_, body) => {
    expect((await train(body)).status).toBe(422);
  });
});

/**
 * Makes the model that is shipped, model.json, from new photographs of the sample documents, and measures it on the
 * sample files themselves, which it has not seen: `node examples/microservices/ml-classifier/train.ts`, then format.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { CEDULAS } from '../../documents/samples/cedulas.ts';
import { FICHAS } from '../../documents/samples/fichas.ts';
import { PASAPORTES } from '../../documents/samples/pasaportes.ts';
import { describeImage } from '../shared/descriptor.ts';
import { predict, trainModel, type LabelledVector } from './model.ts';
import { randomShot } from './shots.ts';

const SAMPLES = [...CEDULAS, ...FICHAS, ...PASAPORTES];
const SHOTS_PER_SAMPLE = 40;
const DOCUMENTS = new URL('../../documents/', import.meta.url);
const MODEL = new URL('model.json', import.meta.url);

const random = seededRandom(2026);
const shots: LabelledVector[] = [];
for (const sample of SAMPLES) {
  for (let i = 0; i < SHOTS_PER_SAMPLE; i++) {
    const vector = await describeImage(await randomShot(sample, random));
    shots.push({ label: sample.document_type, vector });
  }
  console.log(`${SHOTS_PER_SAMPLE} photographs of ${sample.file}`);
}

const model = trainModel(shots);
await writeFile(MODEL, `${JSON.stringify(model)}\n`);
console.log(`leave-one-out accuracy ${model.accuracy.toFixed(3)}, sharpness ${model.sharpness}`);

for (const { file, document_type, encoding } of SAMPLES) {
  if (encoding.format === 'pdf') continue;
  const { label, confidence } = predict(model, await describeImage(await readFile(new URL(file, DOCUMENTS))));
  console.log(`${label === document_type ? 'right' : 'WRONG'} ${confidence.toFixed(2)} ${label} ${file}`);
}

/** mulberry32: the same photographs on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

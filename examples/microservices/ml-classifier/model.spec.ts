import { describe, expect, it } from '@jest/globals';
import { predict, trainModel, versionOf } from './model.ts';

const samples = [
  [0, 'low'],
  [1, 'low'],
  [10, 'high'],
  [11, 'high'],
].map(([x, label]) => ({ vector: [Number(x)], label: String(label) }));

describe('trainModel', () => {
  it('few samples › one centroid per class, leave-one-out accuracy', () => {
    expect(trainModel(samples)).toMatchObject({
      classes: [
        { label: 'high', centroids: [[10.5]] },
        { label: 'low', centroids: [[0.5]] },
      ],
      samples: 4,
      accuracy: 1,
    });
  });

  it('samples out of place › lower the accuracy', () => {
    expect(trainModel([...samples, { vector: [10], label: 'low' }]).accuracy).toBeCloseTo(4 / 5);
  });

  it('many samples of two kinds in a class › several centroids', () => {
    const both = Array.from({ length: 24 }, (_, i) => ({ vector: [i % 2 ? 0 : 20], label: 'both' }));
    const model = trainModel([...both, { vector: [9], label: 'middle' }, { vector: [11], label: 'middle' }]);
    expect(predict(model, [19]).label).toBe('both');
    expect(predict(model, [10]).label).toBe('middle');
  });

  it('a dozen and more equal samples › finite centroids', () => {
    const equal = Array.from({ length: 30 }, () => ({ vector: [1, 2], label: 'same' }));
    const { classes } = trainModel([...equal, { vector: [5, 5], label: 'other' }]);
    expect(classes.flatMap(({ centroids }) => centroids.flat()).every(Number.isFinite)).toBe(true);
  });
});

describe('predict', () => {
  it('half way › undecided; near a centroid › sure', () => {
    const model = trainModel(samples);
    expect(predict(model, [5.5]).confidence).toBeCloseTo(0.5);
    expect(predict(model, [0.5])).toMatchObject({ label: 'low' });
    expect(predict(model, [0.5]).confidence).toBeGreaterThan(0.9);
  });
});

describe('versionOf', () => {
  it('other centroids › another version', () => {
    const model = trainModel(samples);
    expect(versionOf('m', model)).toMatch(/^m-[0-9a-f]{8}$/);
    expect(versionOf('m', trainModel(samples.slice(1)))).not.toBe(versionOf('m', model));
  });
});

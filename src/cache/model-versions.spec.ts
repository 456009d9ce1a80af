import { describe, expect, it } from '@jest/globals';

import { MemoryEventBus } from '../redis/index.js';
import { ModelVersions } from './model-versions.js';

const OCR = { service: 'ocr_extractor', model: '' } as const;

describe('ModelVersions', () => {
  it('knows nothing until it is told', () => {
    expect(new ModelVersions(new MemoryEventBus()).current('ocr_extractor', '')).toBeUndefined();
  });

  it('takes the answer to the question that was asked last, in whatever order they come', () => {
    const versions = new ModelVersions(new MemoryEventBus());
    versions.learn({ ...OCR, version: '2' }, 20);
    versions.learn({ ...OCR, version: '1' }, 10);
    expect(versions.current('ocr_extractor', '')).toBe('2');
    versions.learn({ ...OCR, version: '3' }, 30);
    expect(versions.current('ocr_extractor', '')).toBe('3');
  });

  it('tells the models of a microservice apart', () => {
    const versions = new ModelVersions(new MemoryEventBus());
    versions.learn({ service: 'ml_classifier', model: 'resnet', version: '1' }, 0);
    expect(versions.current('ml_classifier', 'efficientnet_b0')).toBeUndefined();
    expect(versions.current('ml_classifier', 'resnet')).toBe('1');
  });

  it('takes an announced change for newer than every answer to a question asked before', async () => {
    const bus = new MemoryEventBus();
    const [here, there] = [new ModelVersions(bus), new ModelVersions(bus)];
    const askedAt = performance.now();
    await here.announce({ ...OCR, version: 'trained' });
    there.learn({ ...OCR, version: 'former' }, askedAt);
    expect(here.current('ocr_extractor', '')).toBe('trained');
    expect(there.current('ocr_extractor', '')).toBe('trained');
  });
});

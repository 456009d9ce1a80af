import { comparison } from './comparison.ts';
import { latency } from './latency.ts';
import { limiter } from './limiter.ts';
import { pipeline } from './pipeline.ts';
import type { Scenario } from './scenario.ts';
import { soak } from './soak.ts';
import { start } from './start.ts';
import { uploadMemory } from './upload-memory.ts';
import { upload } from './upload.ts';

export { type Bench, type Scenario, SkippedError } from './scenario.ts';

/** The limiter's first, while Redis holds little else; memory after the load that makes it grow. */
export const SCENARIOS: readonly Scenario[] = [
  start,
  limiter,
  comparison,
  latency,
  pipeline,
  upload,
  uploadMemory,
  soak,
];

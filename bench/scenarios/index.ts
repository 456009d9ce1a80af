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

/** @param names of scenarios; none for all of them. @throws Error for a name that there is not */
export function chooseScenarios(names: readonly string[]): readonly Scenario[] {
  const known = SCENARIOS.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes ${known.join(', ')}, not ${unknown.join(', ')}`);
  return SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** The limiter's first, while Redis holds little else; memory after the load that makes it grow. */
const SCENARIOS: readonly Scenario[] = [
  start,
  limiter,
  comparison,
  latency,
  pipeline,
  upload,
  uploadMemory,
  soak,
];

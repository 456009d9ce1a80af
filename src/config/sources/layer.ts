import type { ConfigProblem } from '../config-error.js';
import type { Setting } from './setting.js';

/** What one source says, and what is wrong with it. */
export interface Layer {
  readonly settings: readonly Setting[];
  readonly problems: readonly ConfigProblem[];
}

export const EMPTY_LAYER: Layer = { settings: [], problems: [] };

export function joinLayers(layers: readonly Layer[]): Layer {
  return {
    settings: layers.flatMap((layer) => layer.settings),
    problems: layers.flatMap((layer) => layer.problems),
  };
}

export function layerOfProblem(problem: ConfigProblem): Layer {
  return { settings: [], problems: [problem] };
}

import type { ServerKind } from './recipe.ts';

/** One JSON line each way between a test process and its supervisor. */
export interface SupervisorRequest {
  readonly id: number;
  readonly action: 'start' | 'stop' | 'pause' | 'resume';
  readonly server: ServerKind;
}

export interface SupervisorAnswer {
  readonly id: number;
  readonly url?: string;
  readonly error?: string;
}

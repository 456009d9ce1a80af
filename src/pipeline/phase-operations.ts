import type { Operation } from '../cache/index.js';
import type { Phase } from './phase-board.js';

/** What is done in each phase of a document. */
export const OPERATION_OF_PHASE: Readonly<Record<Phase, Operation>> = {
  phase_1: 'preprocess',
  phase_2: 'embed',
  phase_3: 'classify',
  phase_4: 'ocr',
  phase_5: 'extract',
};

import type { Dictionary } from '../dictionary.ts';
import { common } from './common.ts';
import { documents } from './documents.ts';

export const spanish: Dictionary = { ...common, ...documents };

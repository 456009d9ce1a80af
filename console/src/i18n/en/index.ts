import { common } from './common.ts';
import { documents } from './documents.ts';

export const english = { ...common, ...documents } as const;

import { common } from './common.ts';
import { documents } from './documents.ts';
import { services } from './services.ts';
import { traffic } from './traffic.ts';

export const english = { ...common, ...documents, ...traffic, ...services } as const;

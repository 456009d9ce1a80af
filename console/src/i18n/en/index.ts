import { access } from './access.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { documents } from './documents.ts';
import { services } from './services.ts';
import { traffic } from './traffic.ts';

export const english = { ...common, ...documents, ...traffic, ...services, ...access, ...audit } as const;

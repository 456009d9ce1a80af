export { ApiKeyLookup, type FoundKey } from './api-key-lookup.js';
export { ApiKeyVerifier } from './api-key-verifier.js';
export { ApiKeysModule } from './api-keys.module.js';

export { ApiKeyVerifier } from './api-key-verifier.js';
export { ApiKeysModule } from './api-keys.module.js';

export { SigningKeys } from './signing-keys.js';
export type { JwtAlgorithm, TokenKey } from './token-key.js';

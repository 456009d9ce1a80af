export { createOnce, hasErrorCode } from './create-once.js';

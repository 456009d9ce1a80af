export { LogFile } from './log-file.js';
export type { Rotation } from './rotating-file.js';

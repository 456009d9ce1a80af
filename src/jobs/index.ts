export { JobRepetition } from './job-repetition.js';
export { JobsModule } from './jobs.module.js';

export { answerWithin, NoAnswerError } from './answer-within.js';
export { Janitor } from './janitor.js';
export { Timings } from './timings.js';

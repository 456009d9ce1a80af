export { answerWithin, NoAnswerError } from './answer-within.js';

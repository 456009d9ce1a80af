export { guessBits } from './guess-bits.js';
export { personalWords } from './personal-words.js';

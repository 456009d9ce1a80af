export { integerParameter, type IntegerParameter } from './integer-parameter.js';

export { CurrentPrincipal } from '../common/http/index.js';

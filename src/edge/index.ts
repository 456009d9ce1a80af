export { checkHost, hostMatcher } from './host-check.js';
export { cors } from './cors.js';
export { deferContinue } from './defer-continue.js';
export { lingerAfterEarlyAnswer } from './linger.js';
export { checkPath } from './path-check.js';
export { attachRequestContext } from './request-context.middleware.js';
export { securityHeaders } from './security-headers.js';
export { smallJsonBodies } from './small-json.js';
export { shedLoad } from './shed-load.js';

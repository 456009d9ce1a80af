export { LoginThrottle } from './login-throttle.js';
export { LoginThrottledError } from './login-throttled.error.js';

export { errorCodes } from './catalogue/index.js';
export { type ErrorInfo, errorInfo } from './error-info.js';
export { ErrorPagesModule } from './error-pages.module.js';
export { ERROR_PAGES_STYLE } from './style.js';

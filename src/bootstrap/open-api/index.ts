export { createOpenApiDocument } from './create-document.js';

export {
  type BatchDocument,
  type BatchUpload,
  BatchUploadPipe,
  type RefusedDocument,
} from './batch/index.js';
export { DOCUMENT_MEDIA_TYPES, type Document } from './document.js';
export { JsonBodyPipe } from './json-body.pipe.js';
export { type Upload, UploadPipe } from './upload.pipe.js';
export type { TakesUploads, UploadRules } from './upload-rules.js';

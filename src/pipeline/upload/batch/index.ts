export { type BatchUpload, BatchUploadPipe } from './batch-upload.pipe.js';
export type { BatchDocument, RefusedDocument } from './batch.js';

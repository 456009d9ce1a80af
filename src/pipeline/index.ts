export { PipelineModule } from './pipeline.module.js';
export {
  type BatchDocument,
  type BatchUpload,
  BatchUploadPipe,
  type RefusedDocument,
} from './upload/index.js';

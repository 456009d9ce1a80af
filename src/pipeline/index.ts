export { type Caller, FromCaller } from './caller.js';
export type { Checkpoints } from './checkpoints.js';
export { DocumentsService } from './documents.service.js';
export type { ProcessParameters } from './parameters.js';
export { type Phase, type PhaseReport, PHASES } from './phase-board.js';
export { DocumentRoute, EXAMPLE_IMAGE, processParametersSchema } from './pipeline.docs.js';
export { PipelineModule } from './pipeline.module.js';
export { type PhaseListener, PipelineService, type ProcessOrder } from './pipeline.service.js';
export { documentResultSchema } from './results.schema.js';
export { newProcessingId } from './processing-id.js';
export {
  isKept,
  microserviceOf,
  Performs,
  ROUTE_OPERATIONS,
  type RouteOperation,
} from './route-operations.js';
export {
  type BatchDocument,
  type BatchUpload,
  BatchUploadPipe,
  type Document,
  type RefusedDocument,
  type TakesUploads,
  type Upload,
  type UploadRules,
  UploadPipe,
} from './upload/index.js';

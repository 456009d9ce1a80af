import { Module } from '@nestjs/common';

import { AuditModule } from '../audit/index.js';
import { CacheModule } from '../cache/index.js';
import { ProxyModule } from '../proxy/index.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { ModelVersionProbe } from './model-version-probe.js';
import { PhaseCalls } from './phase-calls.js';
import { PipelineClients } from './pipeline-clients.js';
import { PipelineMetrics } from './pipeline-metrics.js';
import { PipelineService } from './pipeline.service.js';
import { SinglePhaseController } from './single-phase.controller.js';
import { SinglePhaseService } from './single-phase.service.js';
import { BatchUploadPipe, JsonBodyPipe, UploadPipe } from './upload/index.js';

/** A document through the phases, all of them or one. */
@Module({
  imports: [ProxyModule, CacheModule, AuditModule],
  controllers: [SinglePhaseController, DocumentsController],
  providers: [
    PipelineClients,
    PhaseCalls,
    PipelineMetrics,
    ModelVersionProbe,
    PipelineService,
    SinglePhaseService,
    DocumentsService,
    UploadPipe,
    BatchUploadPipe,
    JsonBodyPipe,
  ],
  exports: [PipelineService, DocumentsService, UploadPipe, BatchUploadPipe],
})
export class PipelineModule {}

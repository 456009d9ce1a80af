import { Module } from '@nestjs/common';

import { ProxyModule } from '../proxy/index.js';
import { PipelineClients } from './pipeline-clients.js';
import { PipelineController } from './pipeline.controller.js';
import { PipelineService } from './pipeline.service.js';
import { SinglePhaseController } from './single-phase.controller.js';
import { SinglePhaseService } from './single-phase.service.js';
import { JsonBodyPipe, UploadPipe } from './upload/index.js';

/** A document through the phases, all of them or one. */
@Module({
  imports: [ProxyModule],
  controllers: [PipelineController, SinglePhaseController],
  providers: [PipelineClients, PipelineService, SinglePhaseService, UploadPipe, JsonBodyPipe],
})
export class PipelineModule {}

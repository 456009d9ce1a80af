import { Module } from '@nestjs/common';

import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { SessionsModule } from '../sessions/index.js';
import { CONSOLE_FOLDER } from './pages/console-folder.js';
import { PageFiles } from './pages/page-files.js';
import { PagesController } from './pages/pages.controller.js';
import { PagesService } from './pages/pages.service.js';
import { ConsoleSessionController } from './session/console-session.controller.js';
import { ConsoleSessionService } from './session/console-session.service.js';

/** The pages for people, and their sessions. */
@Module({
  imports: [AuthModule, SessionsModule, AuditModule],
  controllers: [ConsoleSessionController, PagesController],
  providers: [
    ConsoleSessionService,
    PagesService,
    { provide: PageFiles, useFactory: () => new PageFiles(CONSOLE_FOLDER) },
  ],
})
export class ConsoleModule {}

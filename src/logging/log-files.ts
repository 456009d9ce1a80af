import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Counter } from 'prom-client';

import type { LogFile } from './files/index.js';

/** Counts what could not be written, and lets the last lines be written at the end. */
@Injectable()
export class LogFiles implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly files: readonly LogFile[],
    private readonly errors: Counter,
  ) {}

  onModuleInit(): void {
    for (const file of this.files) {
      file.on('error', () => {
        this.errors.inc({ handler: file.name });
      });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.files.map((file) => file.close()));
  }
}

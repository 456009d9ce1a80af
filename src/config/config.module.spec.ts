import 'reflect-metadata';
import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import type { AppConfig } from './app-config.js';
import { ConfigModule, InjectConfig } from './config.module.js';
import { loadConfig } from './load-config.js';

@Injectable()
class Greeter {
  constructor(
    @InjectConfig('services') readonly services: AppConfig['services'],
    @InjectConfig('rate_limiting') readonly limits: AppConfig['rate_limiting'],
  ) {}
}

describe('ConfigModule', () => {
  it('injects blocks anywhere, the very ones that were loaded', async () => {
    const config = loadConfig({ env: { OCR_EXTRACTOR_URL: 'http://ocr:1' }, cwd: import.meta.dirname });
    const module = await Test.createTestingModule({
      imports: [ConfigModule.register(config)],
      providers: [Greeter],
    }).compile();
    const greeter = module.get(Greeter);
    expect(greeter.services).toBe(config.services);
    expect(greeter.limits).toBe(config.rate_limiting);
    await module.close();
  });

  it('leaves the environment of the process as it was', async () => {
    const before = { ...process.env };
    const config = loadConfig({ env: {}, cwd: import.meta.dirname });
    const module = await Test.createTestingModule({ imports: [ConfigModule.register(config)] }).compile();
    await module.close();
    expect(process.env).toEqual(before);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';

import { AppError } from '../common/errors/index.js';
import { ConfigModule, loadConfig } from '../config/index.js';
import { DrainState } from './drain-state.js';
import { type Dependency, HealthRegistry, type ServiceStates } from './health-registry.js';
import { HealthModule } from './health.module.js';
import { HealthService } from './health.service.js';
import { ReadinessService } from './readiness.service.js';

let registry: HealthRegistry;
let drain: DrainState;
let health: HealthService;
let readiness: ReadinessService;

beforeEach(async () => {
  const imports = [ConfigModule.register(loadConfig({ env: {} })), HealthModule];
  const module = await Test.createTestingModule({ imports }).compile();
  registry = module.get(HealthRegistry);
  drain = module.get(DrainState);
  health = module.get(HealthService);
  readiness = await module.resolve(ReadinessService);
});

function database(isUp: boolean, hasBeenUp = isUp): Dependency {
  return { name: 'database', isUp: () => isUp, hasBeenUp: () => hasBeenUp };
}

function reportServices(states: ServiceStates): void {
  registry.reportServices(() => Promise.resolve(states));
}

async function readinessError(): Promise<AppError> {
  const error: unknown = await readiness.check().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error('the check should have failed', { cause: error });
}

describe('HealthService', () => {
  it.each([
    ['healthy', 'healthy', true, true],
    ['degraded', 'unhealthy', true, true],
    ['degraded', 'healthy', false, true],
    ['unhealthy', 'healthy', false, false],
  ] as const)('%s › service %s, database up: %s, ever: %s', async (status, service, isUp, hasBeenUp) => {
    registry.addDependency(database(isUp, hasBeenUp));
    reportServices({ ml_embeddings: 'healthy', ocr_extractor: service });
    expect(await health.report()).toMatchObject({
      status,
      services: { ml_embeddings: 'healthy', ocr_extractor: service },
    });
  });

  it('is unhealthy while draining', async () => {
    drain.begin();
    expect((await health.report()).status).toBe('unhealthy');
  });

  it('reports time, uptime and memory as the contract says', async () => {
    expect(await health.report()).toEqual({
      status: 'healthy',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      services: {},
      uptime: expect.any(Number),
      memory: { used: expect.stringMatching(/^\d+\.\d MB$/), total: expect.stringMatching(/^\d+\.\d MB$/) },
    });
  });
});

describe('ReadinessService', () => {
  it('is ready when everything has been up once', async () => {
    registry.addDependency(database(false, true));
    reportServices({ ocr_extractor: 'unhealthy' });
    expect(await readiness.check()).toMatchObject({ status: 'ok' });
  });

  it('is not ready before the database was up', async () => {
    registry.addDependency(database(false));
    const { status, code, message, retryAfterSeconds } = await readinessError();
    expect([status, code, retryAfterSeconds]).toEqual([503, 'NOT_READY', 1]);
    expect(message).toBe('database is not available yet');
  });

  it('is not ready while draining, and says so first', async () => {
    registry.addDependency(database(false));
    drain.begin();
    expect((await readinessError()).message).toBe(
      'this replica is shutting down, database is not available yet',
    );
  });
});

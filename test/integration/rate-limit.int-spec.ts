import '../support/quiet-nest.js';

import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, HttpCode, type INestApplication, Post, UseGuards } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';

import { AuthModule, RequireScopes } from '../../src/auth/index.js';
import type { RequestContext } from '../../src/common/context/index.js';
import { Public } from '../../src/common/decorators/index.js';
import { MalformedRequestError, ProblemDetailsFilter } from '../../src/common/errors/index.js';
import { Context } from '../../src/common/http/index.js';
import { ConfigModule } from '../../src/config/index.js';
import { attachRequestContext } from '../../src/edge/index.js';
import { MetricsModule } from '../../src/metrics/index.js';
import { issueToken } from '../support/access-token.js';
import { callApi } from '../support/api-client.js';
import { testRedisUrl } from '../support/redis.js';
import { waitFor } from '../support/wait-for.js';
import { testConfig } from './database-support.js';

/** Routes that end in every way in which a document's can. */
@Controller()
@RequireScopes('documents:process')
class DocumentController {
  @Post('from-cache')
  @HttpCode(200)
  fromCache(): object {
    return {};
  }

  @Post('from-microservice')
  @HttpCode(200)
  fromMicroservice(@Context() { upstream }: RequestContext): object {
    upstream.calls += 1;
    return {};
  }

  @Post('later')
  @HttpCode(202)
  later(): object {
    return {};
  }

  @Post('our-fault')
  ourFault(@Context() { upstream }: RequestContext): never {
    upstream.calls += 1;
    throw new Error('a fault of ours');
  }

  @Post('your-fault')
  yourFault(): never {
    throw new MalformedRequestError('a fault of yours');
  }
}

/** What the library does by itself. */
@Controller()
@Public()
class ThrottledController {
  @Get('throttled')
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: 2, ttl: 60_000 } })
  throttled(): object {
    return {};
  }
}

let app: INestApplication;
let url: string;

/** The database is down all the time: limits must not need it. */
beforeAll(async () => {
  const config = testConfig({
    DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none',
    REDIS_URL: await testRedisUrl(),
    IRIS__rate_limiting__processing__limit: '5/hour',
  });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), MetricsModule.register(config.monitoring), AuthModule],
    controllers: [DocumentController, ThrottledController],
  }).compile();
  app = module.createNestApplication();
  app.useGlobalFilters(new ProblemDetailsFilter());
  app.use(attachRequestContext(60_000));
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer() as { address(): AddressInfo }).address().port}`;
});

afterAll(() => app.close());

describe('a unit of processing', () => {
  it.each([
    ['an answer from the cache', 'POST /from-cache', 200, 5],
    ['an answer of a microservice', 'POST /from-microservice', 200, 4],
    ['an answer that is still to come', 'POST /later', 202, 4],
    ['a failure of ours', 'POST /our-fault', 500, 5],
    ['a mistake of the client', 'POST /your-fault', 400, 4],
  ])('%s › %s: %d, and %d of 5 are left', async (_what, route, expected, left) => {
    const token = await issueToken(app, { id: randomUUID(), role: 'user' });
    const { status, headers } = await callApi(url, route, { token });
    expect(status).toBe(expected);
    expect(headers.get('ratelimit')).toContain(`"processing";r=${left};t=${left === 5 ? 0 : 3600}`);
    const remaining = async (): Promise<number | undefined> => {
      const { body } = await callApi<{ limits: { name: string; remaining: number }[] }>(url, 'GET /limits', {
        token,
      });
      return body.limits.find(({ name }) => name === 'processing')?.remaining;
    };
    await waitFor(async () => (await remaining()) === left, `${left} are left`);
  });
});

describe('@Throttle()', () => {
  it('counts in the same store, and refused calls do not count', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await callApi(url, 'GET /throttled')).status);
    expect(statuses).toEqual([200, 200, 429, 429, 429]);
    const { headers, body } = await callApi(url, 'GET /throttled');
    expect(body).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', status: 429 });
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });
});

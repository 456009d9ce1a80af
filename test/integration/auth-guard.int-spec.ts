import '../support/quiet-nest.js';

import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplication, Post } from '@nestjs/common';
import { Test } from '@nestjs/testing';

import { AuthModule, CurrentPrincipal, RequireScopes } from '../../src/auth/index.js';
import type { Principal } from '../../src/common/context/index.js';
import { Public } from '../../src/common/decorators/index.js';
import { ProblemDetailsFilter } from '../../src/common/errors/index.js';
import { ConfigModule } from '../../src/config/index.js';
import { attachRequestContext } from '../../src/edge/index.js';
import { MetricsModule } from '../../src/metrics/index.js';
import { issueToken } from '../support/access-token.js';
import { getWithToken, postJson } from './auth-support.js';
import { testConfig } from './database-support.js';

const USER = { id: 'b6b0f0de-0b7b-4f0c-8f5e-0d7c3f1d2a10', role: 'user' } as const;
const OPERATOR = { id: '0c9d6f1e-4a0a-4a63-8f0e-55d0c1f6a730', role: 'operator' } as const;
const ADMIN = { id: '3f0c8a52-6f9f-4c6a-9a55-7a1f5d1e9b20', role: 'admin' } as const;

type TestUser = typeof USER | typeof OPERATOR | typeof ADMIN;

@Controller()
class ProbeController {
  @Get('closed')
  closed(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Get('open')
  @Public()
  open(): string {
    return 'open';
  }

  @Get('for-admins')
  @RequireScopes('admin:*')
  forAdmins(): string {
    return 'for admins';
  }

  @Get('for-both')
  @RequireScopes('documents:read', 'services:proxy')
  forBoth(): string {
    return 'for both';
  }

  @Get('contradiction')
  @Public()
  @RequireScopes('admin:*')
  contradiction(): string {
    return 'nobody sees this';
  }
}

@Controller('admin')
@RequireScopes('admin:read')
class AdminController {
  @Get('stats')
  stats(): string {
    return 'stats';
  }

  @Post('stop')
  @RequireScopes('admin:*', 'models:train')
  stop(): string {
    return 'stopped';
  }
}

let app: INestApplication;
let url: string;

/** The database is down all the time: guards must not need it. */
beforeAll(async () => {
  const config = testConfig({
    DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none',
    JWT_SECRET_KEY: 'Zq7!vT2#kLp9@xWc4$eRb8%nYs5^mJd1',
  });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), MetricsModule.register(config.monitoring), AuthModule],
    controllers: [ProbeController, AdminController],
  }).compile();
  app = module.createNestApplication();
  app.use(attachRequestContext(30_000));
  app.useGlobalFilters(new ProblemDetailsFilter());
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer() as { address(): AddressInfo }).address().port}`;
});

afterAll(() => app.close());

const statusOf = async (path: string, user?: TestUser, method = 'GET'): Promise<number> => {
  const headers = user ? { authorization: `Bearer ${await issueToken(app, user)}` } : {};
  return (await fetch(`${url}${path}`, { method, headers })).status;
};

describe('AuthGuard', () => {
  it('closes a route that says nothing', async () => {
    expect(await statusOf('/closed')).toBe(401);
    const token = await issueToken(app, USER);
    const response = await getWithToken(`${url}/closed`, token);
    expect(await response.json()).toEqual({
      userId: USER.id,
      role: 'user',
      scopes: {},
      credential: { kind: 'access_token', tokenId: expect.any(String), sessionId: expect.any(String) },
    });
  });

  it('lets everybody pass a public route, even with a bad token', async () => {
    expect(await statusOf('/open')).toBe(200);
    expect((await getWithToken(`${url}/open`, 'bad')).status).toBe(200);
  });

  it('is not passed by other spellings of the path', async () => {
    for (const path of ['/CLOSED', '/closed/', '/%63losed', '//closed', '/closed;x', '/open/../closed']) {
      expect([401, 404]).toContain(await statusOf(path));
    }
  });

  it('covers HEAD as well as GET', async () => {
    expect((await fetch(`${url}/closed`, { method: 'HEAD' })).status).toBe(401);
  });
});

describe('ScopesGuard', () => {
  it.each([
    ['/for-admins', undefined, 401],
    ['/for-admins', USER, 403],
    ['/for-admins', ADMIN, 200],
    ['/for-both', USER, 200],
    ['/for-both', ADMIN, 200],
    ['/admin/stats', USER, 403],
    ['/admin/stats', OPERATOR, 200],
    ['/admin/stats', ADMIN, 200],
  ] as const)('%s › %j › %d', async (path, user, status) => {
    expect(await statusOf(path, user)).toBe(status);
  });

  it('lets a route say otherwise than its controller', async () => {
    expect(await statusOf('/admin/stop', OPERATOR, 'POST')).toBe(403);
    expect(await statusOf('/admin/stop', ADMIN, 'POST')).toBe(201);
  });

  it('says which scopes are missing', async () => {
    const response = await getWithToken(`${url}/for-admins`, await issueToken(app, USER));
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="iris", error="insufficient_scope", scope="admin:*"',
    );
    expect(await response.json()).toMatchObject({ code: 'INSUFFICIENT_SCOPE', status: 403 });
  });

  it('keeps a route closed that is public and names scopes', async () => {
    expect(await statusOf('/contradiction')).toBe(401);
    expect(await statusOf('/contradiction', ADMIN)).toBe(401);
  });
});

describe('without the database', () => {
  it('answers a login with 503 and Retry-After, and never with 401', async () => {
    const response = await postJson(`${url}/auth/login`, { email: 'a@b.cl', password: 'whatever it is' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true });
  });
});

import '../support/quiet-nest.js';

import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';

import { AccessTokenService, AuthModule, CurrentPrincipal, Roles } from '../../src/auth/index.js';
import type { Principal } from '../../src/common/context/index.js';
import { Public } from '../../src/common/decorators/index.js';
import { ProblemDetailsFilter } from '../../src/common/errors/index.js';
import { ConfigModule } from '../../src/config/index.js';
import { getWithToken, postJson } from './auth-support.js';
import { testConfig } from './database-support.js';

const USER = { id: 'b6b0f0de-0b7b-4f0c-8f5e-0d7c3f1d2a10', role: 'user' } as const;
const ADMIN = { id: '3f0c8a52-6f9f-4c6a-9a55-7a1f5d1e9b20', role: 'admin' } as const;

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
  @Roles('admin')
  forAdmins(): string {
    return 'for admins';
  }

  @Get('for-both')
  @Roles('admin', 'user')
  forBoth(): string {
    return 'for both';
  }

  @Get('contradiction')
  @Public()
  @Roles('admin')
  contradiction(): string {
    return 'nobody sees this';
  }
}

@Roles('admin')
@Controller('admin')
class AdminController {
  @Get('stats')
  stats(): string {
    return 'stats';
  }
}

let app: INestApplication;
let url: string;
let tokens: AccessTokenService;

/** The database is down all the time: guards must not need it. */
beforeAll(async () => {
  const config = testConfig({
    DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:1/none',
    JWT_SECRET_KEY: 'Zq7!vT2#kLp9@xWc4$eRb8%nYs5^mJd1',
  });
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), AuthModule],
    controllers: [ProbeController, AdminController],
  }).compile();
  app = module.createNestApplication();
  app.useGlobalFilters(new ProblemDetailsFilter());
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer() as { address(): AddressInfo }).address().port}`;
  tokens = app.get(AccessTokenService);
});

afterAll(() => app.close());

const statusOf = async (path: string, user?: typeof USER | typeof ADMIN): Promise<number> => {
  const response = user ? getWithToken(`${url}${path}`, tokens.issue(user).token) : fetch(`${url}${path}`);
  return (await response).status;
};

describe('AuthGuard', () => {
  it('closes a route that says nothing', async () => {
    expect(await statusOf('/closed')).toBe(401);
    const { token } = tokens.issue(USER);
    const response = await getWithToken(`${url}/closed`, token);
    expect(await response.json()).toEqual({ userId: USER.id, role: 'user', tokenId: expect.any(String) });
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

describe('RolesGuard', () => {
  it.each([
    ['/for-admins', undefined, 401],
    ['/for-admins', USER, 403],
    ['/for-admins', ADMIN, 200],
    ['/for-both', USER, 200],
    ['/for-both', ADMIN, 200],
    ['/admin/stats', USER, 403],
    ['/admin/stats', ADMIN, 200],
  ] as const)('%s › %j › %d', async (path, user, status) => {
    expect(await statusOf(path, user)).toBe(status);
  });

  it('says that the role is what is missing', async () => {
    const response = await getWithToken(`${url}/for-admins`, tokens.issue(USER).token);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="iris", error="insufficient_scope"');
    expect(await response.json()).toMatchObject({ code: 'INSUFFICIENT_ROLE', status: 403 });
  });

  it('keeps a route closed that is public and for a role', async () => {
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

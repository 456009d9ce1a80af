import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { ApiContract, type Operation } from '../../support/api-contract.js';
import { callApi } from '../../support/api-client.js';
import { bodiesOf, type Call, ContractGateway } from '../../support/contract-gateway.js';
import { PASSWORD } from '../../support/gateway.js';

jest.setTimeout(60_000);

const contract = new ApiContract();
/** `default` stands for whatever a microservice answers. */
const isForwarded = ({ path }: Operation): boolean => path.startsWith('/services/{service}');

const operations = contract.operations.filter((operation) => !isForwarded(operation));
const closed = contract.operations.filter(({ security }) =>
  security.some((one) => Object.keys(one).length > 0),
);
const scoped = closed.filter(({ security }) => (security[0]?.bearer ?? []).length > 0);
const forPeople = closed.filter(({ security }) => !security.some((one) => 'api_key' in one));
const withBody = operations.filter(({ requestBody }) => requestBody?.content['application/json']);
const withQuery = operations.filter(({ parameters = [] }) => parameters.some((one) => one.in === 'query'));
const withId = operations.filter(({ path }) => /\{(?:id|processing_id|code)\}/.test(path));
const ofDocuments = operations.filter(({ path }) => /^\/(?:process|phase\d)/.test(path));

/** An operation needs its own principal, since many end sessions or change who may do what. */
let iris: ContractGateway;

beforeAll(async () => {
  iris = await ContractGateway.start();
});

beforeEach(() => iris.microservices.reset());

afterAll(() => iris.stop());

function named(list: readonly Operation[]) {
  expect(list.length).toBeGreaterThan(3);
  return list.map((operation) => [operation.operationId, operation] as const);
}

async function answer(operation: Operation, call: Call): Promise<{ status: number; body: string }> {
  const response = await iris.call(operation, call);
  const { faults, body } = await contract.judge(operation, response);
  expect({ answer: `${operation.operationId} ${response.status}`, faults }).toMatchObject({ faults: [] });
  return { status: response.status, body };
}

/** @returns the status and the code of a problem */
async function refusal(operation: Operation, call: Call): Promise<[number, string]> {
  const { status, body } = await answer(operation, call);
  return [status, (JSON.parse(body) as { code: string }).code];
}

/** Where the example is good for somebody in particular. */
const prepared: Readonly<Record<string, () => Promise<Call>>> = {
  login: async () => {
    await register('ana@example.com', 'eleven blue umbrellas');
    return {};
  },
  refreshTokens: async () => {
    await register('rosa@example.com', PASSWORD);
    const { refresh_token } = await login('rosa@example.com', PASSWORD);
    return { body: JSON.stringify({ refresh_token }) };
  },
  changePassword: async () => {
    await register('berta@example.com', 'eleven blue umbrellas');
    return { token: (await login('berta@example.com', 'eleven blue umbrellas')).access_token };
  },
};

async function register(email: string, password: string): Promise<void> {
  await callApi(iris.gateway.url, 'POST /auth/register', { body: { email, password } });
}

async function login(email: string, password: string) {
  type Tokens = Readonly<Record<'access_token' | 'refresh_token', string>>;
  return (await callApi<Tokens>(iris.gateway.url, 'POST /auth/login', { body: { email, password } })).body;
}

describe('every example', () => {
  it.each(named(operations))('%s › is answered as it is described', async (id, operation) => {
    for (const body of bodiesOf(operation)) {
      const token = await iris.person();
      const params = await iris.targetOf(operation, token);
      const call = { token, params, ...(body !== undefined && { body }), ...(await prepared[id]?.()) };
      const { status, body: text } = await answer(operation, call);
      expect({ text, isGood: status < 300 }).toEqual({ text, isGood: true });
    }
  });

  it('refreshTokens › the token of the example is nobody’s', async () => {
    const operation = contract.operation('refreshTokens');
    const [body] = bodiesOf(operation);
    expect(await refusal(operation, { ...(body !== undefined && { body }) })).toEqual([
      401,
      'INVALID_REFRESH_TOKEN',
    ]);
  });

  it('forward* › are answered as it is described', async () => {
    const token = await iris.person();
    for (const operation of contract.operations.filter(isForwarded)) {
      const params = { service: 'ocr_extractor', path: 'health' };
      await answer(operation, { token, params });
      expect((await iris.call(operation, { token, params: { service: 'nobody', path: 'x' } })).status).toBe(
        404,
      );
    }
  });
});

describe('every refusal', () => {
  it.each(named(closed))(
    '%s › 401 without a credential, with a bad token and with a bad key',
    async (_id, operation) => {
      const isHead = operation.method === 'HEAD';
      for (const call of [{}, { token: 'x.y.z' }, { apiKey: 'iris_live_nonsense' }]) {
        const { status, body } = await answer(operation, call);
        expect([status, body === '']).toEqual([401, isHead]);
      }
    },
  );

  it('403 to a key without the scope, and to any key where people are asked for', async () => {
    const token = await iris.person();
    const reads = await iris.apiKey(token, ['documents:read']);
    const processes = await iris.apiKey(token, ['documents:process']);
    for (const operation of scoped.filter(({ method }) => method !== 'HEAD')) {
      const apiKey = operation.security[0]?.bearer?.includes('documents:read') ? processes : reads;
      expect(await refusal(operation, { apiKey })).toEqual([403, 'INSUFFICIENT_SCOPE']);
    }
    for (const operation of forPeople) {
      expect(await refusal(operation, { apiKey: reads })).toEqual([403, 'ACCESS_TOKEN_REQUIRED']);
    }
  });

  it.each(named(withBody))('%s › 400, 413, 415 and 422 to bad bodies', async (_id, operation) => {
    const token = await iris.person();
    const params = await iris.targetOf(operation, token);
    const send = (body: string, headers = {}) => refusal(operation, { token, params, body, headers });
    expect(await send('{')).toEqual([400, 'REQUEST_MALFORMED']);
    expect(await send('{"nonsense":true}')).toEqual([422, 'VALIDATION_FAILED']);
    expect(await send('{}', { 'content-encoding': 'nonsense' })).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const [status] = await send(JSON.stringify({ nonsense: 'x'.repeat(70_000) }));
    expect([413, 422]).toContain(status);
  });

  it.each(named(withQuery))('%s › 422 to a bad query', async (_id, operation) => {
    const token = await iris.person();
    const params = await iris.targetOf(operation, token);
    const query = { limit: '0', wait: 'x', route: 'x', cursor: 'x' };
    expect(await refusal(operation, { token, params, query })).toEqual([422, 'VALIDATION_FAILED']);
  });

  it.each(named(withId))('%s › 404 to what is not there', async (_id, operation) => {
    const token = await iris.person();
    const [body] = bodiesOf(operation);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const params = { id: unknown, processing_id: unknown, code: 'NO_SUCH_CODE' };
    const [status] = await refusal(operation, { token, params, ...(body !== undefined && { body }) });
    expect(status).toBe(404);
  });

  it.each(named(ofDocuments))('%s › 502 without its microservice', async (_id, operation) => {
    for (const service of ['image_processor', 'ml_embeddings', 'ml_classifier', 'ocr_extractor'] as const)
      await iris.microservices.down(service);
    const token = await iris.person();
    const [body] = bodiesOf(operation);
    const headers = { 'cache-control': 'no-cache' };
    const [status, code] = await refusal(operation, { token, headers, ...(body !== undefined && { body }) });
    expect([502, 503]).toContain(status);
    expect(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_BREAKER_OPEN']).toContain(code);
  });

  it('409 to what cannot be done any more', async () => {
    const token = await iris.person();
    const finished = await iris.targetOf(contract.operation('getJob'), token);
    expect(await refusal(contract.operation('cancelJob'), { token, params: finished })).toEqual([
      409,
      'JOB_FINISHED',
    ]);
    expect(await refusal(contract.operation('retryJob'), { token, params: finished })).toEqual([
      409,
      'JOB_NOT_RETRYABLE',
    ]);
    const held = await iris.targetOf(contract.operation('cancelJob'), token);
    const { body } = await answer(contract.operation('cancelJob'), { token, params: held });
    const { processing_id } = JSON.parse(body) as { processing_id: string };
    expect(await refusal(contract.operation('getResult'), { token, params: { processing_id } })).toEqual([
      409,
      'RESULT_NEVER_COMES',
    ]);
  });
});

describe('a limit that is used up', () => {
  it('429 from every operation that is not free', async () => {
    const tiers = ['default', 'authenticated', 'admin'];
    const limits = tiers.map((tier) => [`IRIS__rate_limiting__${tier}__limit`, '1/day']);
    const poor = await ContractGateway.start(Object.fromEntries(limits) as Record<string, string>);
    const token = await poor.person();
    await callApi(poor.gateway.url, 'GET /auth/me', { token });
    for (const operation of contract.operations.filter(
      ({ path }) => !/^\/(?:errors|health|limits)/.test(path),
    )) {
      const [body] = bodiesOf(operation);
      const response = await poor.call(operation, { token, ...(body !== undefined && { body }) });
      const { faults } = await contract.judge(operation, response);
      expect({ id: operation.operationId, status: response.status, faults }).toEqual({
        id: operation.operationId,
        status: 429,
        faults: [],
      });
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    }
    await poor.stop();
  });
});

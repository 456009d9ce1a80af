import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ApiContract } from '../../support/api-contract.js';
import { TestGateway } from '../../support/gateway.js';
import { METHODS, routesOf } from '../../support/routes.js';

/** The reference itself, which does not describe itself. */
const REFERENCE = /^GET \/(?:docs|openapi\.json)(?:\/|$)/;

const contract = new ApiContract();
let gateway: TestGateway;

beforeAll(async () => {
  gateway = await TestGateway.start();
});

afterAll(() => gateway.stop());

describe('docs/openapi.json', () => {
  it('is what the gateway answers', async () => {
    const served: unknown = await (await gateway.fetch('/openapi.json')).json();
    expect(served).toEqual(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));
  });

  it('has every route of the gateway, and no other', () => {
    const routes = routesOf(gateway.app).filter(
      (route) => !route.includes(' /v1/') && !REFERENCE.test(route),
    );
    const described = contract.operations
      .filter(({ method }) => METHODS.has(method))
      .map(
        ({ method, path }) => `${method} ${path.replace('{path}', '*path').replaceAll(/\{(\w+)\}/g, ':$1')}`,
      );
    expect(described.sort()).toEqual([...new Set(routes)].sort());
  });

  it('gives every operation an id of its own, which a client can have as a name', () => {
    const ids = contract.operations.map(({ operationId }) => operationId);
    expect(ids.filter((id) => !/^[a-z]+(?:[A-Z][a-z0-9]*)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has an example of every body in JSON', () => {
    const bodies = contract.operations.flatMap(({ operationId, requestBody }) => {
      const json = requestBody?.content['application/json'];
      return json && Object.keys(json.examples ?? {}).length === 0 ? [operationId] : [];
    });
    expect(bodies).toEqual([]);
  });
});

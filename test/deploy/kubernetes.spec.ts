import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { Job } from 'kubernetes-models/batch/v1';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { ConfigMap, Namespace, Service, ServiceAccount } from 'kubernetes-models/v1';
import { parse, parseAllDocuments } from 'yaml';

import { loadConfig } from '../../src/config/index.js';
import { hasProgram } from '../support/servers/binaries.ts';
import { readDockerfile, textsOf } from './dockerfile.js';

const BASE = 'docker/kubernetes/base';
const PRODUCTION = 'docker/kubernetes/overlays/production';
/** Any of the kinds, as far as checking needs it. */
interface Model {
  is(manifest: unknown): boolean;
  new (manifest: never): { validate(): void };
}

const MODELS: readonly Model[] = [
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
];
const SECRETS = ['JWT_SECRET_KEY', 'DATABASE_URL', 'REDIS_URL'];
const WEB = 'iris-api-gateway-web';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface ConfigMapSource {
  readonly name: string;
  readonly literals: readonly string[];
}

interface Kustomization {
  readonly resources: readonly string[];
  readonly configMapGenerator: readonly ConfigMapSource[];
  readonly images: readonly { readonly name: string }[];
  readonly replicas: readonly { readonly name: string }[];
  readonly patches: readonly { readonly target: { readonly kind: string; readonly name: string } }[];
}

const kustomization = (folder: string) =>
  parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as Kustomization;
const manifests = kustomization(BASE).resources.flatMap((file) =>
  read(readFileSync(join(BASE, file), 'utf8')),
);

function read(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

function validated(manifest: Manifest): Manifest {
  const model = MODELS.find((candidate) => candidate.is(manifest));
  if (!model) throw new Error(`${manifest.kind} ${manifest.metadata.name} is of no kind that is known here`);
  new model(manifest as never).validate();
  return manifest;
}

const deployments = manifests.filter((manifest) => Deployment.is(manifest));
const jobs = manifests.filter((manifest) => Job.is(manifest));
const services = manifests.filter((manifest) => Service.is(manifest));
const policies = manifests.filter((manifest) => NetworkPolicy.is(manifest));
const budgets = manifests.filter((manifest) => PodDisruptionBudget.is(manifest));
const scalers = manifests.filter((manifest) => HorizontalPodAutoscaler.is(manifest));
const pods = [...deployments, ...jobs].map((owner) => ({
  name: owner.metadata.name,
  labels: owner.spec?.template.metadata?.labels ?? {},
  spec: owner.spec!.template.spec!,
  container: owner.spec!.template.spec!.containers[0]!,
}));
const gateways = pods.filter(({ name }) => deployments.some(({ metadata }) => metadata.name === name));

/** What the configuration becomes in the cluster, with secrets that a test invents. */
const config = loadConfig({
  env: {
    ...Object.fromEntries(
      [BASE, PRODUCTION].flatMap((folder) =>
        kustomization(folder).configMapGenerator.flatMap(({ literals }) => literals.map(pair)),
      ),
    ),
    JWT_SECRET_KEY: 'Zq3vT9xR1mB7nL5pW0yC2dF4gH6jK8sQ',
    DATABASE_URL: 'postgresql://iris:invented@postgres:5432/iris_db',
    REDIS_URL: 'redis://redis:6379/0',
  },
  configDir: join(process.cwd(), 'config'),
  cwd: import.meta.dirname,
});

function pair(literal: string): [string, string] {
  const at = literal.indexOf('=');
  return [literal.slice(0, at), literal.slice(at + 1)];
}

function matches(selector: Readonly<Record<string, string>> = {}): string[] {
  const wanted = Object.entries(selector);
  return pods
    .filter(({ labels }) => wanted.every(([name, value]) => labels[name] === value))
    .map(({ name }) => name);
}

describe('docker/kubernetes', () => {
  it('is made of manifests that Kubernetes knows, and all of them are used', () => {
    expect(manifests.map((manifest) => validated(manifest).kind).sort()).toEqual([
      'Deployment',
      'Deployment',
      'HorizontalPodAutoscaler',
      'Job',
      'NetworkPolicy',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'PodDisruptionBudget',
      'Service',
      'Service',
      'ServiceAccount',
    ]);
    const unused = readdirSync(BASE).filter((file) => !kustomization(BASE).resources.includes(file));
    expect(unused).toEqual(['kustomization.yaml']);
  });

  it('production changes what there is', () => {
    const { resources, images, replicas, patches, configMapGenerator } = kustomization(PRODUCTION);
    expect(resources.filter((path) => !existsSync(join(PRODUCTION, path)))).toEqual([]);
    const known = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    const changed = [
      ...replicas.map(({ name }) => ({ kind: 'Deployment', name })),
      ...patches.map(({ target }) => target),
    ];
    expect(
      changed.map(({ kind, name }) => `${kind} ${name}`).filter((name) => !known.includes(name)),
    ).toEqual([]);
    const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
    expect(names(configMapGenerator)).toEqual(names(kustomization(BASE).configMapGenerator));
    expect(new Set(names(images))).toEqual(new Set(pods.map(({ container }) => container.image)));
  });

  const itBuilds = hasProgram('kubectl') ? it : it.skip;
  itBuilds('production is built by kustomize', () => {
    const text = execFileSync('kubectl', ['kustomize', PRODUCTION], { encoding: 'utf8' });
    const built = read(text).map(validated);
    expect(built).toHaveLength(manifests.length + 1);
    expect(text).not.toMatch(/image: iris-api-gateway$/m);
  });
});

describe('selectors', () => {
  it('find what they are meant for', () => {
    expect(deployments.map(({ spec }) => matches(spec?.selector.matchLabels))).toEqual([
      [WEB],
      ['iris-api-gateway-worker'],
    ]);
    expect(services.map(({ spec }) => matches(spec?.selector))).toEqual([
      [WEB],
      pods.map(({ name }) => name),
    ]);
    expect(
      budgets.map(({ metadata, spec }) => [metadata.name, ...matches(spec?.selector?.matchLabels)]),
    ).toEqual([
      [WEB, WEB],
      ['iris-api-gateway-worker', 'iris-api-gateway-worker'],
    ]);
    expect(scalers.map(({ spec }) => spec.scaleTargetRef.name)).toEqual([WEB]);
  });

  it('let anybody ask the web, and only the monitoring ask for metrics', () => {
    const rules = policies.map(({ spec }) => ({
      pods: matches(spec?.podSelector?.matchLabels),
      ingress: spec?.ingress,
    }));
    const monitoring = {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
    };
    expect(rules).toEqual([
      { pods: [WEB], ingress: [{ ports: [{ port: 'http' }] }] },
      { pods: pods.map(({ name }) => name), ingress: [{ from: [monitoring], ports: [{ port: 'metrics' }] }] },
    ]);
  });
});

describe.each(gateways)('$name', ({ spec, container }) => {
  it('has the ports of the configuration, and is probed where it answers', () => {
    expect(container.ports).toEqual([
      { name: 'http', containerPort: config.server.port },
      { name: 'metrics', containerPort: config.monitoring.prometheus.port },
    ]);
    const { startupProbe, livenessProbe, readinessProbe } = container;
    expect([startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet)).toEqual([
      { path: '/health/live', port: 'http' },
      { path: '/health/live', port: 'http' },
      { path: '/health/ready', port: 'http' },
    ]);
    expect(readinessProbe?.periodSeconds).toBeLessThan(config.server.drain_delay_seconds);
  });

  it('has time to drain', () => {
    const { drain_delay_seconds, drain_timeout_seconds } = config.server;
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(drain_delay_seconds + drain_timeout_seconds);
  });

  it('may write where the image says that it writes, and where its configuration puts things', () => {
    const paths = container.volumeMounts?.map(({ mountPath }) => mountPath) ?? [];
    const made = textsOf(readDockerfile('docker/Dockerfile').at(-1)!, 'RUN').flatMap(
      (text) => /mkdir -p (\S+) (\S+)/.exec(text)?.slice(1) ?? [],
    );
    expect([...paths].sort()).toEqual(['/tmp', ...made].sort());
    expect(paths).toContain(config.logging.log_dir);
    expect(spec.volumes?.map(({ name }) => name)).toEqual(container.volumeMounts?.map(({ name }) => name));
  });
});

describe.each(pods)('$name', ({ spec, container }) => {
  it('has no more rights than it needs', () => {
    expect(spec).toMatchObject({
      serviceAccountName: 'iris-api-gateway',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.resources).toMatchObject({
      requests: { cpu: expect.anything() },
      limits: { memory: expect.anything() },
    });
  });

  it('gets its secrets by reference, and nothing else that is one', () => {
    const given = (container.env ?? []).filter(({ name }) => name !== 'IRIS_PROCESS');
    expect(given).toEqual(
      SECRETS.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name: 'iris-api-gateway', key } } })),
    );
    const literals = [BASE, PRODUCTION].flatMap((folder) => kustomization(folder).configMapGenerator);
    expect(
      literals.flatMap((source) => source.literals).filter((text) => /SECRET|PASSWORD|_URL=/.test(text)),
    ).toEqual([]);
  });
});

it('the migration runs a program that the build makes', () => {
  const program = jobs[0]?.spec?.template.spec?.containers[0]?.command?.at(-1) ?? '';
  expect(existsSync(program.replace(/^dist/, 'src').replace(/\.js$/, '.ts'))).toBe(true);
});

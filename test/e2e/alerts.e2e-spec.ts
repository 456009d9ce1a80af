import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse, stringify } from 'yaml';

import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { TestMicroservices } from '../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { findPrometheus, promtool, TestPrometheus } from '../support/servers/prometheus.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const RULES = 'config/alerts.yml';
const TESTS = 'docker/prometheus/alerts.test.yml';
const DASHBOARD = 'docker/grafana/dashboards/iris-api-gateway.json';
const bin = findPrometheus();
const withPrometheus = bin === undefined ? describe.skip : describe;

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
}

interface RuleTests {
  readonly tests: readonly {
    readonly alert_rule_test: readonly {
      readonly alertname: string;
      readonly exp_alerts: readonly unknown[];
    }[];
  }[];
}

interface Dashboard {
  readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
}

withPrometheus('config/alerts.yml', () => {
  it('is what Prometheus takes for rules', () => {
    expect(promtool(bin!, 'check', 'rules', RULES)).toContain('SUCCESS');
  });

  it('fires when it should, and only then', () => {
    expect(promtool(bin!, 'test', 'rules', TESTS)).toContain('SUCCESS');
  });

  it('has no rule that is not seen to fire, and not to fire', () => {
    const { groups } = parse(readFileSync(RULES, 'utf8')) as RuleFile;
    const { tests } = parse(readFileSync(TESTS, 'utf8')) as RuleTests;
    const looks = tests.flatMap(({ alert_rule_test }) => alert_rule_test);
    for (const { alert } of groups.flatMap(({ rules }) => rules)) {
      const counts = looks
        .filter(({ alertname }) => alertname === alert)
        .map((look) => look.exp_alerts.length);
      expect([alert, counts.includes(1), counts.includes(0)]).toEqual([alert, true, true]);
    }
  });
});

withPrometheus('docker/', () => {
  const folder = temporaryFolder();
  afterAll(() => {
    folder.remove();
  });

  it('has a configuration that Prometheus takes', () => {
    copyFileSync('docker/prometheus/prometheus.yml', join(folder.path, 'prometheus.yml'));
    copyFileSync(RULES, join(folder.path, 'alerts.yml'));
    expect(promtool(bin!, 'check', 'config', join(folder.path, 'prometheus.yml'))).toContain('SUCCESS');
  });

  it('has a dashboard whose queries Prometheus understands', () => {
    const { panels } = JSON.parse(readFileSync(DASHBOARD, 'utf8')) as Dashboard;
    const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const rules = queries.map((expr, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    }));
    const path = join(folder.path, 'dashboard.yml');
    writeFileSync(path, stringify({ groups: [{ name: 'dashboard', rules }] }));
    expect(promtool(bin!, 'check', 'rules', path)).toContain(`SUCCESS: ${queries.length} rules found`);
  });
});

withPrometheus('a real Prometheus', () => {
  const folder = temporaryFolder();
  const data = temporaryFolder();
  let database: TestDatabase;
  let microservices: TestMicroservices;
  let gateway: GatewayProcess;
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    database = await createTestDatabase();
    microservices = await TestMicroservices.start();
    gateway = new GatewayProcess({
      NODE_ENV: 'test',
      TESTING: 'true',
      IRIS_DATA_DIR: data.path,
      DATABASE_URL: database.url,
      SERVICE_URLS: JSON.stringify(microservices.urls),
      IRIS__monitoring__health_checks__interval: '0.2',
      IRIS__monitoring__health_checks__timeout: '1',
    });
    const { metricsUrl } = await gateway.ready();
    prometheus = await TestPrometheus.start(bin!, folder.path, metricsUrl);
  });

  afterAll(async () => {
    await prometheus.stop();
    await gateway.kill();
    await microservices.stop();
    await database.drop();
    folder.remove();
    data.remove();
  });

  it('sees a microservice go down and come back', async () => {
    const service = 'ocr_extractor';
    const isUp = async (): Promise<boolean> =>
      (await prometheus.query('sum(service_health)'))[0] === Object.keys(microservices.urls).length;
    const alerts = () => prometheus.alerts('service_down');
    await waitFor(async () => (await isUp()) && (await alerts()).length === 0, 'all is well', 20_000);
    await microservices.down(service);
    const isFiring = async (): Promise<boolean> => (await alerts()).some(({ state }) => state === 'firing');
    await waitFor(isFiring, 'the alert fires', 20_000);
    expect(await alerts()).toMatchObject([{ labels: { service, severity: 'critical' } }]);
    await microservices.up(service);
    await waitFor(async () => (await alerts()).length === 0, 'the alert is over', 20_000);
  });
});

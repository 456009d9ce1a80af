import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';

import { CATALOGUE, type MetricDefinition } from '../../src/metrics/index.js';
import { type Selection, selectionsOf } from './prom-ql.js';

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

interface Dashboard {
  readonly panels: readonly Panel[];
}

interface RuleFile {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}

/** What Prometheus adds to every series, and the one metric that it makes of a scrape. */
const LABELS_OF_PROMETHEUS = ['job', 'instance'];
const METRIC_OF_PROMETHEUS = 'up';

const definitions = Object.values<MetricDefinition>(CATALOGUE);
const ofNode = new Registry();

beforeAll(() => {
  collectDefaultMetrics({ register: ofNode });
});

function panels(): [string, string][] {
  const text = readFileSync('docker/grafana/dashboards/iris-api-gateway.json', 'utf8');
  const { panels: all } = JSON.parse(text) as Dashboard;
  return all.flatMap(({ title, targets = [] }) => targets.map(({ expr }): [string, string] => [title, expr]));
}

function rules(): [string, string][] {
  const { groups } = parse(readFileSync('config/alerts.yml', 'utf8')) as RuleFile;
  return groups.flatMap((group) => group.rules.map(({ alert, expr }): [string, string] => [alert, expr]));
}

describe('queries', () => {
  it('are found', () => {
    expect(panels().length).toBeGreaterThan(30);
    expect(rules().length).toBeGreaterThan(10);
  });

  it.each([...panels(), ...rules()])('%s › asks for what there is: %s', (_, expression) => {
    const selections = selectionsOf(expression);
    expect(selections.length).toBeGreaterThan(0);
    expect(selections.flatMap(problemsOf)).toEqual([]);
  });

  it('show every metric of ours on the dashboard', () => {
    const shown = new Set(panels().flatMap(([, expression]) => selectionsOf(expression).map(baseName)));
    expect(definitions.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

function problemsOf(selection: Selection): string[] {
  const { name } = selection;
  if (name === METRIC_OF_PROMETHEUS || ofNode.getSingleMetric(name)) return [];
  const definition = definitions.find((candidate) => candidate.name === baseName(selection));
  if (!definition) return [`there is no ${name}`];
  const labels = { ...definition.labels };
  const known = [
    ...LABELS_OF_PROMETHEUS,
    ...Object.keys(labels),
    ...(name.endsWith('_bucket') ? ['le'] : []),
  ];
  return [
    ...selection.labels.filter((label) => !known.includes(label)).map((label) => `${name} has no ${label}`),
    ...selection.values
      .filter(([label, value]) => Array.isArray(labels[label]) && !labels[label].includes(value))
      .map(([label, value]) => `${label} of ${name} is never ${value}`),
  ];
}

function baseName({ name }: Selection): string {
  const base = name.replace(/_(bucket|sum|count)$/, '');
  return definitions.some((candidate) => candidate.type === 'histogram' && candidate.name === base)
    ? base
    : name;
}

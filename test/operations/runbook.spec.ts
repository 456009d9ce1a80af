import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string }[] }[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const PARTS = ['**Means.**', '**Look.**', '**Do.**'];
const runbook = readFileSync('docs/runbook.md', 'utf8');
const { groups } = parse(readFileSync('config/alerts.yml', 'utf8')) as RuleFile;
const alerts = groups.flatMap(({ rules }) => rules.map(({ alert }) => alert));

function section(title: string): string {
  return runbook.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';
}

describe('docs/runbook.md', () => {
  it.each(alerts)('tells of %s what it means, what to look at and what to do', (alert) => {
    for (const part of PARTS) expect(section(alert)).toContain(part);
  });

  it('has no section of an alert that there is not', () => {
    const titles = [...runbook.matchAll(/^## ([a-z_]+)$/gm)].map(([, title]) => title);
    expect(titles.toSorted()).toEqual(alerts.toSorted());
  });

  it('calls only routes that there are', () => {
    const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as OpenApi;
    const templates = Object.keys(paths).map(
      (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    );
    const called = [...runbook.matchAll(/\$GATEWAY(\/[^\s"'?`]+)/g)].map(([, path = '']) => path);
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((path) => !templates.some((template) => template.test(path)))).toEqual([]);
  });
});

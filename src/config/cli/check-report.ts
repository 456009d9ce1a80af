import { ConfigError } from '../config-error.js';
import { inspectConfig, type ConfigEntry } from '../inspect-config.js';
import type { LoadOptions } from '../load-config.js';
import { formatPath } from '../sources/setting.js';

const MAXIMUM_VALUE_WIDTH = 60;

export interface CheckReport {
  readonly valid: boolean;
  readonly text: string;
}

/** The effective configuration with the source of each key, or everything that is wrong with it. */
export function reportConfig(format: 'table' | 'json', options: LoadOptions = {}): CheckReport {
  try {
    const entries = inspectConfig(options);
    return { valid: true, text: format === 'json' ? toJson(entries) : renderTable(entries) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { valid: false, text: format === 'json' ? problemsAsJson(error) : error.message };
  }
}

function problemsAsJson({ problems }: ConfigError): string {
  return toJson({
    problems: problems.map(({ path, ...problem }) => ({ key: formatPath(path), ...problem })),
  });
}

function renderTable(entries: readonly ConfigEntry[]): string {
  const body = entries.map(({ key, value, origin }) => [key, shorten(textOf(value)), origin] as const);
  const rows = [['key', 'value', 'origin'] as const, ...body];
  const keyWidth = widest(rows.map(([key]) => key));
  const valueWidth = widest(rows.map(([, value]) => value));
  return rows
    .map(([key, value, origin]) => `${key.padEnd(keyWidth)}  ${value.padEnd(valueWidth)}  ${origin}`)
    .join('\n');
}

function textOf(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

function shorten(text: string): string {
  return text.length <= MAXIMUM_VALUE_WIDTH ? text : `${text.slice(0, MAXIMUM_VALUE_WIDTH - 1)}…`;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse, stringify } from 'yaml';

import { findSoftware } from './binaries.ts';
import { freePort } from './free-port.ts';
import { ServerProcess } from './server-process.ts';

const SOFTWARE = {
  programs: ['prometheus', 'promtool'],
  aptPackage: 'prometheus',
  brewFormula: 'prometheus',
} as const;
const EVERY = '200ms';

export interface ActiveAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
}

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly for?: string }[] }[];
}

/** The folder of `prometheus` and `promtool`, which are installed if need be and possible. */
export function findPrometheus(): string | undefined {
  const folder = findSoftware(SOFTWARE);
  if (folder !== undefined) return folder;
  if (process.env.CI) throw new Error('Prometheus is missing. Install it (Debian: prometheus).');
  process.stderr.write('tests: Prometheus is missing (Debian: prometheus); what needs it is skipped\n');
  return undefined;
}

/** @returns what it has to say @throws Error with it when it finds something wrong */
export function promtool(folder: string, ...args: readonly string[]): string {
  return execFileSync(join(folder, 'promtool'), args, { encoding: 'utf8', stdio: 'pipe' });
}

/** A real Prometheus that looks five times a second, and for which what lasts half a second lasts. */
export class TestPrometheus {
  private constructor(
    readonly url: string,
    private readonly server: ServerProcess,
  ) {}

  /**
   * @param bin as found by `findPrometheus`
   * @param folder exists and is empty
   * @param target the URL of the metrics
   */
  static async start(bin: string, folder: string, target: string): Promise<TestPrometheus> {
    const port = await freePort();
    writeFileSync(join(folder, 'alerts.yml'), hastyRules());
    writeFileSync(join(folder, 'prometheus.yml'), configFor(target));
    const options = [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ];
    const server = new ServerProcess({
      command: join(bin, 'prometheus'),
      args: options,
      cwd: folder,
      identity: undefined,
      ready: /Server is ready to receive web requests/,
      stopSignal: 'SIGKILL',
      url: `http://127.0.0.1:${port}`,
      container: undefined,
    });
    await server.start();
    return new TestPrometheus(server.recipe.url, server);
  }

  async alerts(name: string): Promise<ActiveAlert[]> {
    const response = await fetch(`${this.url}/api/v1/alerts`);
    const { data } = (await response.json()) as { data: { alerts: ActiveAlert[] } };
    return data.alerts.filter(({ labels }) => labels.alertname === name);
  }

  /** @returns the values that an expression has now */
  async query(expression: string): Promise<number[]> {
    const response = await fetch(`${this.url}/api/v1/query?query=${encodeURIComponent(expression)}`);
    const { data } = (await response.json()) as { data: { result: { value: [number, string] }[] } };
    return data.result.map(({ value: [, text] }) => Number(text));
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** Our rules, but for how long a state must last. */
function hastyRules(): string {
  const { groups } = parse(readFileSync('config/alerts.yml', 'utf8')) as Rules;
  const hasty = groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => (rule.for === undefined ? rule : { ...rule, for: '500ms' })),
  }));
  return stringify({ groups: hasty });
}

function configFor(target: string): string {
  const { host, pathname } = new URL(target);
  return stringify({
    global: { scrape_interval: EVERY, scrape_timeout: EVERY, evaluation_interval: EVERY },
    rule_files: ['alerts.yml'],
    scrape_configs: [
      { job_name: 'iris-gateway', metrics_path: pathname, static_configs: [{ targets: [host] }] },
    ],
  });
}

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { callApi } from './api-client.js';
import { ADMIN } from './gateway-pair.js';
import { GatewayProcess, temporaryFolder } from './gateway-process.js';
import { waitFor } from './wait-for.js';

export interface LogStreams {
  readonly console: string;
  readonly file: string;
  readonly errors: string;
}

/** A gateway process that writes the seed page's three streams, at the lowest level. */
export class LoggingGateway {
  readonly #folder = temporaryFolder();
  readonly #process: GatewayProcess;
  url = '';
  metricsUrl = '';

  private constructor(env: Readonly<Record<string, string>>) {
    this.#process = new GatewayProcess({
      NODE_ENV: 'test',
      TESTING: 'false',
      LOG_LEVEL: 'TRACE',
      LOG_DIR: this.folder,
      IRIS_DATA_DIR: this.#folder.path,
      JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      IRIS__auth__argon2__memory_kib: '8192',
      IRIS__logging__handlers__console__level: 'TRACE',
      IRIS__logging__handlers__console__formatter: 'json',
      IRIS__server__drain_delay_seconds: '0',
      IRIS__server__drain_timeout_seconds: '1',
      ...env,
    });
  }

  static async start(env: Readonly<Record<string, string>>): Promise<LoggingGateway> {
    const gateway = new LoggingGateway(env);
    const { url, metricsUrl } = await gateway.#process.ready();
    Object.assign(gateway, { url, metricsUrl });
    await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
    return gateway;
  }

  /** Of the log files. */
  get folder(): string {
    return join(this.#folder.path, 'logs');
  }

  async logIn({ email, password } = ADMIN): Promise<string> {
    const route = 'POST /auth/login';
    return (await callApi<{ access_token: string }>(this.url, route, { body: { email, password } })).body
      .access_token;
  }

  async metrics(): Promise<string> {
    return (await fetch(this.metricsUrl)).text();
  }

  /** Everything that is in the log files of this name by now, oldest first. */
  async read(name: string): Promise<string> {
    const names = await readdir(this.folder).catch(() => []);
    const parts = names.filter((part) => part === name || part.startsWith(`${name}.`)).sort();
    const texts = await Promise.all(parts.reverse().map((part) => readFile(join(this.folder, part), 'utf8')));
    return texts.join('');
  }

  /** Ends it in order. @returns all that it has written */
  async end(): Promise<LogStreams> {
    this.#process.signal('SIGTERM');
    const { output } = await this.#process.end();
    return {
      console: output,
      file: await this.read('api-gateway.log'),
      errors: await this.read('api-gateway-errors.log'),
    };
  }

  async clean(): Promise<void> {
    await this.#process.kill();
    this.#folder.remove();
  }
}

export type LogLine = Readonly<Record<string, unknown>> & { readonly level: string; readonly msg?: string };

/** Fails for a line that is not one JSON object. */
export function parseLines(text: string): LogLine[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as LogLine);
}

import type { ServerKind } from './recipe.ts';
import { Supervisor } from './supervisor-client.ts';

/** A server for one test file, to be ill-treated. */
export class OwnServer {
  private constructor(
    readonly url: string,
    private readonly kind: ServerKind,
    private readonly supervisor: Supervisor,
  ) {}

  static async launch(kind: ServerKind): Promise<OwnServer> {
    const supervisor = new Supervisor();
    return new OwnServer(await supervisor.perform('start', kind), kind, supervisor);
  }

  /** Starts it again after `stop`: same address, same data. */
  async start(): Promise<void> {
    await this.supervisor.perform('start', this.kind);
  }

  /** Ends it at once, as a crash would. */
  async stop(): Promise<void> {
    await this.supervisor.perform('stop', this.kind);
  }

  /** It keeps its connections and answers nothing, until `resume`. */
  async pause(): Promise<void> {
    await this.supervisor.perform('pause', this.kind);
  }

  async resume(): Promise<void> {
    await this.supervisor.perform('resume', this.kind);
  }

  /** For `afterAll`: ends it and removes its data. */
  async close(): Promise<void> {
    await this.supervisor.close();
  }
}

import { GatewayProcess } from './gateway-process.js';
import { waitFor } from './wait-for.js';

/** Gateway processes on the same stores, which are killed and come back. */
export class GatewayFleet {
  readonly #members: { process: GatewayProcess; url: string }[] = [];

  private constructor(private readonly env: Readonly<Record<string, string>>) {}

  static async start(size: number, env: Readonly<Record<string, string>>): Promise<GatewayFleet> {
    const fleet = new GatewayFleet(env);
    await Promise.all(Array.from({ length: size }, () => fleet.#add()));
    return fleet;
  }

  get urls(): string[] {
    return this.#members.map(({ url }) => url);
  }

  /** Ends one outright, and starts another one in its place. */
  async replace(index: number): Promise<void> {
    const [member] = this.#members.splice(index, 1);
    await member?.process.kill();
    await this.#add();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#members.map(({ process }) => process.kill()));
  }

  async #add(): Promise<void> {
    const process = new GatewayProcess(this.env);
    const { url } = await process.ready();
    await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
    this.#members.push({ process, url });
  }
}

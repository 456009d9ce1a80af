import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

const TICK_MS = 5;

export interface Outcomes {
  readonly sent: number;
  readonly answered: number;
  /** What went wrong, by request. */
  readonly errors: readonly string[];
}

/**
 * Sends requests at a fixed rate, however long the answers take, over connections that it keeps: as a load balancer
 * would. An answer that is not 200, not whole or not there is an error.
 */
export class OpenLoopClient {
  readonly #agent = new Agent({ keepAlive: true, scheduling: 'fifo' });
  readonly #errors: string[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #mayConnect = true;
  #due = 0;
  #sent = 0;
  #answered = 0;

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>>,
    requestsPerSecond: number,
  ) {
    const startedAt = performance.now();
    this.#timer = setInterval(() => {
      const due = Math.floor(((performance.now() - startedAt) / 1000) * requestsPerSecond);
      while (this.#due < due) {
        this.#due += 1;
        this.#sendOne();
      }
    }, TICK_MS);
  }

  get outcomes(): Outcomes {
    return { sent: this.#sent, answered: this.#answered, errors: this.#errors };
  }

  /** Uses the connections that there are, as long as they are kept open; the rest goes elsewhere. */
  stopConnecting(): void {
    this.#mayConnect = false;
  }

  /** @returns when the last answer is there */
  async stop(): Promise<Outcomes> {
    clearInterval(this.#timer);
    await Promise.all(this.#underWay);
    this.#agent.destroy();
    return this.outcomes;
  }

  #sendOne(): void {
    const isKept = Object.values(this.#agent.freeSockets).some((sockets) => sockets && sockets.length > 0);
    if (!isKept && !this.#mayConnect) return;
    this.#sent += 1;
    const call = this.#call()
      .then(
        () => (this.#answered += 1),
        (error: unknown) => this.#errors.push(String(error)),
      )
      .then(() => void this.#underWay.delete(call));
    this.#underWay.add(call);
  }

  async #call(): Promise<void> {
    const outgoing = request(this.url, { agent: this.#agent, headers: this.headers });
    outgoing.end();
    const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
    // Fails when the connection ends before the announced length is there.
    const body = await buffer(response);
    if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${body.toString()}`);
    if (body.length !== Number(response.headers['content-length'])) throw new Error('the answer is cut off');
  }
}

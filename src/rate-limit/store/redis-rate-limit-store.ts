import { type RedisConnection, RedisScript } from '../../redis/index.js';
import type { Allowance, Limit, LimitName, RateLimitStore, Standing, Verdict } from './rate-limit-store.js';
import { GIVE_BACK_SCRIPT, TAKE_SCRIPT } from './rate-limit-scripts.js';
import { TickBatch } from './tick-batch.js';

const take = new RedisScript(TAKE_SCRIPT);
const giveBack = new RedisScript(GIVE_BACK_SCRIPT);

const STANDING_LENGTH = 3;

interface Question {
  readonly allowances: readonly Allowance[];
  readonly cost: number;
  readonly answer: (verdict: Verdict) => void;
  readonly fail: (error: unknown) => void;
}

interface Return {
  readonly allowance: Allowance;
  readonly cost: number;
  readonly takenAt: number;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * For all replicas: one round trip for all allowances of a request, and for all requests that have arrived together.
 * Every method throws RedisUnavailableError.
 */
export class RedisRateLimitStore implements RateLimitStore {
  readonly #questions = new TickBatch<Question>((questions) => void this.#ask(questions));
  readonly #returns = new TickBatch<Return>((returns) => void this.#return(returns));

  constructor(private readonly redis: RedisConnection) {}

  take(allowances: readonly Allowance[], cost: number): Promise<Verdict> {
    return new Promise((answer, fail) => {
      this.#questions.add({ allowances, cost, answer, fail });
    });
  }

  giveBack(allowance: Allowance, cost: number, takenAt: number): Promise<void> {
    return new Promise((done, fail) => {
      this.#returns.add({ allowance, cost, takenAt, done, fail });
    });
  }

  async forget(subject: string, limits: readonly LimitName[]): Promise<void> {
    const keys = limits.map((name) => this.#keyOf(name, subject));
    if (keys.length > 0) await this.redis.run((client) => client.del(...keys));
  }

  async #ask(questions: readonly Question[]): Promise<void> {
    const keys = questions.flatMap(({ allowances }) =>
      allowances.map(({ limit, subject }) => this.#keyOf(limit.name, subject)),
    );
    try {
      const answer = await this.redis.run((client) => take.run(client, keys, questions.flatMap(valuesOf)));
      giveAnswers(answer as readonly number[], questions);
    } catch (error) {
      for (const { fail } of questions) fail(error);
    }
  }

  async #return(returns: readonly Return[]): Promise<void> {
    const keys = returns.map(({ allowance: { limit, subject } }) => this.#keyOf(limit.name, subject));
    const values = returns.flatMap(({ allowance, cost, takenAt }) => [
      takenAt,
      cost,
      allowance.limit.windowMs,
    ]);
    try {
      await this.redis.run((client) => giveBack.run(client, keys, values));
      for (const { done } of returns) done();
    } catch (error) {
      for (const { fail } of returns) fail(error);
    }
  }

  #keyOf(name: LimitName, subject: string): string {
    return this.redis.key(`limit:${name}:${subject}`);
  }
}

function valuesOf({ allowances, cost }: Question): number[] {
  return [cost, allowances.length, ...allowances.flatMap(({ limit }) => [limit.units, limit.windowMs])];
}

function giveAnswers([takenAt = 0, ...numbers]: readonly number[], questions: readonly Question[]): void {
  let start = 0;
  for (const { allowances, answer } of questions) {
    const isAdmitted = numbers[start] === 1;
    const first = start + 1;
    answer({
      isAdmitted,
      takenAt,
      standings: allowances.map(({ limit }, index) =>
        toStanding(limit, numbers, first + index * STANDING_LENGTH),
      ),
    });
    start = first + allowances.length * STANDING_LENGTH;
  }
}

function toStanding(limit: Limit, numbers: readonly number[], start: number): Standing {
  const [remaining = 0, resetMs = 0, waitMs = 0] = numbers.slice(start, start + STANDING_LENGTH);
  return { limit, remaining, resetMs, waitMs };
}

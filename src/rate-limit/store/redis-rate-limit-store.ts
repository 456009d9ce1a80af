import { type RedisConnection, RedisScript } from '../../redis/index.js';
import type { Allowance, Limit, RateLimitStore, Standing, Verdict } from './rate-limit-store.js';
import { GIVE_BACK_SCRIPT, TAKE_SCRIPT } from './rate-limit-scripts.js';

const take = new RedisScript(TAKE_SCRIPT);
const giveBack = new RedisScript(GIVE_BACK_SCRIPT);

const STANDING_LENGTH = 3;
/** Redis does nothing else while a script runs: for some milliseconds with so many. */
const MAX_QUESTIONS = 256;

interface Question {
  readonly allowances: readonly Allowance[];
  readonly cost: number;
  readonly answer: (verdict: Verdict) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * For all replicas: one round trip for all allowances of a request, and for all requests that have arrived together.
 * Every method throws RedisUnavailableError.
 */
export class RedisRateLimitStore implements RateLimitStore {
  #questions: Question[] = [];

  constructor(private readonly redis: RedisConnection) {}

  take(allowances: readonly Allowance[], cost: number): Promise<Verdict> {
    return new Promise((answer, fail) => {
      this.#questions.push({ allowances, cost, answer, fail });
      // Requests that one look at the sockets has brought are asked about together: the write to Redis costs most.
      if (this.#questions.length === 1)
        setImmediate(() => {
          this.#askAll();
        });
    });
  }

  async giveBack(allowance: Allowance, cost: number, takenAt: number): Promise<void> {
    const keys = [this.#keyOf(allowance)];
    const values = [takenAt, cost, allowance.limit.windowMs];
    await this.redis.run((client) => giveBack.run(client, keys, values));
  }

  #askAll(): void {
    const questions = this.#questions;
    this.#questions = [];
    while (questions.length > 0) void this.#ask(questions.splice(0, MAX_QUESTIONS));
  }

  async #ask(questions: readonly Question[]): Promise<void> {
    const keys = questions.flatMap(({ allowances }) => allowances.map((allowance) => this.#keyOf(allowance)));
    try {
      const answer = await this.redis.run((client) => take.run(client, keys, questions.flatMap(valuesOf)));
      giveAnswers(answer as readonly number[], questions);
    } catch (error) {
      for (const { fail } of questions) fail(error);
    }
  }

  #keyOf({ limit, subject }: Allowance): string {
    return this.redis.key(`limit:${limit.name}:${subject}`);
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

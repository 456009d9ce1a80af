import { type RedisConnection, RedisScript } from '../../redis/index.js';
import type { Allowance, Limit, RateLimitStore, Standing, Verdict } from './rate-limit-store.js';
import { GIVE_BACK_SCRIPT, TAKE_SCRIPT } from './rate-limit-scripts.js';

const take = new RedisScript(TAKE_SCRIPT);
const giveBack = new RedisScript(GIVE_BACK_SCRIPT);

const HEAD_LENGTH = 2;
const STANDING_LENGTH = 3;

/** For all replicas: one round trip for all allowances of a request. Every method throws RedisUnavailableError. */
export class RedisRateLimitStore implements RateLimitStore {
  constructor(private readonly redis: RedisConnection) {}

  async take(allowances: readonly Allowance[], cost: number): Promise<Verdict> {
    const keys = allowances.map((allowance) => this.#keyOf(allowance));
    const values = [cost, ...allowances.flatMap(({ limit }) => [limit.units, limit.windowMs])];
    const answer = await this.redis.run((client) => take.run(client, keys, values));
    return toVerdict(answer as readonly number[], allowances);
  }

  async giveBack(allowance: Allowance, cost: number, takenAt: number): Promise<void> {
    const keys = [this.#keyOf(allowance)];
    const values = [takenAt, cost, allowance.limit.windowMs];
    await this.redis.run((client) => giveBack.run(client, keys, values));
  }

  #keyOf({ limit, subject }: Allowance): string {
    return this.redis.key(`limit:${limit.name}:${subject}`);
  }
}

function toVerdict(answer: readonly number[], allowances: readonly Allowance[]): Verdict {
  const [isAdmitted, takenAt = 0] = answer;
  return {
    isAdmitted: isAdmitted === 1,
    takenAt,
    standings: allowances.map(({ limit }, index) => toStanding(limit, answer, index)),
  };
}

function toStanding(limit: Limit, answer: readonly number[], index: number): Standing {
  const start = HEAD_LENGTH + index * STANDING_LENGTH;
  const [remaining = 0, resetMs = 0, waitMs = 0] = answer.slice(start, start + STANDING_LENGTH);
  return { limit, remaining, resetMs, waitMs };
}

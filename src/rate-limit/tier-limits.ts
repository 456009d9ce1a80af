import { Injectable } from '@nestjs/common';

import type { OwnRateLimit, Principal, Scope } from '../common/context/index.js';
import { networkOf } from '../common/http/index.js';
import { type AppConfig, InjectConfig, parseRateLimit } from '../config/index.js';
import type { Allowance, Limit } from './store/rate-limit-store.js';

const SECOND_MS = 1_000;

/** A POST that asks for one of these has a document processed: by our phases, or by a microservice called directly. */
export const PROCESSING_SCOPES: readonly Scope[] = ['documents:process', 'services:proxy'];

type TierName = keyof AppConfig['rate_limiting'];

interface Tier {
  readonly limit: Limit;
  readonly isByAddress: boolean;
}

/** Who makes a request, as far as that is known. */
export interface Caller {
  readonly principal: Principal | undefined;
  /** IP address. */
  readonly address: string;
}

/** Which limits a request is held to. */
@Injectable()
export class TierLimits {
  readonly #tiers: Readonly<Record<TierName, Tier>>;
  readonly #limitsOfKeys = new WeakMap<OwnRateLimit, Limit>();

  constructor(@InjectConfig('rate_limiting') config: AppConfig['rate_limiting']) {
    const tier = (name: TierName): Tier => toTier(name, config[name]);
    this.#tiers = {
      default: tier('default'),
      authenticated: tier('authenticated'),
      admin: tier('admin'),
      processing: tier('processing'),
    };
  }

  get default(): Limit {
    return this.#tiers.default.limit;
  }

  /**
   * The limits of the caller's tier first, then those on top of it.
   * @param processingScopes whoever holds one of them has a document processed; who may not is not charged for trying
   */
  of({ principal, address }: Caller, processingScopes: readonly Scope[]): Allowance[] {
    if (!principal) return [this.#allowance('default', { principal, address })];
    const allowances = [this.#allowance(tierOf(principal), { principal, address })];
    if (processingScopes.some((scope) => principal.scopes.has(scope))) {
      allowances.push(this.#allowance('processing', { principal, address }));
    }
    const { credential } = principal;
    if (credential.kind === 'api_key') allowances.push(...this.ofKey(credential.keyId, credential.rateLimit));
    return allowances;
  }

  /** What is counted for a user, by every tier, whatever the role. */
  ofUser(userId: string): Allowance[] {
    return this.#countedBy(userId, (tier) => !tier.isByAddress);
  }

  /** What is counted for everybody behind an address. */
  ofAddress(address: string): Allowance[] {
    return this.#countedBy(networkOf(address), (tier) => tier.isByAddress);
  }

  /** What is counted for an API key alone, beside what is counted for its owner. */
  ofKey(keyId: string, own: OwnRateLimit | undefined): Allowance[] {
    return own ? [{ limit: this.#limitOfKey(own), subject: keyId }] : [];
  }

  #countedBy(subject: string, isCounted: (tier: Tier) => boolean): Allowance[] {
    return Object.values(this.#tiers)
      .filter(isCounted)
      .map(({ limit }) => ({ limit, subject }));
  }

  #allowance(name: TierName, { principal, address }: Caller): Allowance {
    const { limit, isByAddress } = this.#tiers[name];
    return { limit, subject: isByAddress || !principal ? networkOf(address) : principal.userId };
  }

  #limitOfKey(own: OwnRateLimit): Limit {
    let limit = this.#limitsOfKeys.get(own);
    if (!limit) {
      limit = { name: 'api_key', units: own.count, windowMs: own.windowSeconds * SECOND_MS };
      this.#limitsOfKeys.set(own, limit);
    }
    return limit;
  }
}

/** An operator looks at what administrators see, but works like any user. */
function tierOf({ role }: Principal): TierName {
  return role === 'admin' ? 'admin' : 'authenticated';
}

function toTier(name: TierName, config: AppConfig['rate_limiting'][TierName]): Tier {
  const { count, windowSeconds } = parseRateLimit(config.limit);
  return {
    limit: { name, units: count, windowMs: windowSeconds * SECOND_MS },
    // Those whom `default` is for have no id.
    isByAddress: name === 'default' || config.key_func === 'ip_address',
  };
}

import { Injectable } from '@nestjs/common';

import { InvalidApiKeyError, InvalidTokenError, refusalOf } from '../../auth/index.js';
import type { Principal } from '../../common/context/index.js';
import { AppError } from '../../common/errors/index.js';
import { isServiceName } from '../../config/index.js';
import { PassthroughService } from '../../proxy/index.js';
import { type LimitPreview, RequestLimits } from '../../rate-limit/index.js';
import type { FoundPrincipal } from '../principal-lookup.js';
import type { Explanation } from './explain.schema.js';
import type { RouteFacts } from './route-facts.js';
import type { FoundRoute } from './route-finder.js';

/** What the guards would say, in their order: who is it, what is charged, may it do this. */
@Injectable()
export class AccessPreview {
  constructor(
    private readonly limits: RequestLimits,
    private readonly passthrough: PassthroughService,
  ) {}

  verdictOn(route: FoundRoute, facts: RouteFacts, found: FoundPrincipal | undefined): Explanation['access'] {
    const refusal =
      credentialRefusal(facts, found) ??
      refusalOf(found?.principal, facts.access) ??
      this.#destinationRefusal(route, facts, found?.principal);
    if (!refusal) return { granted: true };
    const { status, code, message: reason } = refusal;
    return { granted: false, status, code, reason };
  }

  async limitsOf(facts: RouteFacts, found: FoundPrincipal | undefined): Promise<Explanation['limits']> {
    const { isPublic } = facts.access;
    const isKnown = !isPublic && found?.state === 'active';
    // Whoever is turned away is charged to the address, on a route that is free as well.
    if (facts.isUnlimited && (isPublic || isKnown)) return [];
    const previews = await this.limits.preview(isKnown ? found.principal : undefined, facts.processingScopes);
    return previews.map(describeLimit);
  }

  /** Where a microservice is named: some of its paths ask for more than the route does. */
  #destinationRefusal(
    { params, path }: FoundRoute,
    { forwardsTo }: RouteFacts,
    principal: Principal | undefined,
  ): AppError | undefined {
    const service = forwardsTo === undefined ? undefined : params[forwardsTo];
    if (typeof service !== 'string' || !isServiceName(service) || !principal) return undefined;
    try {
      this.passthrough.destinationOf(service, path, principal);
      return undefined;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }
}

function credentialRefusal({ access }: RouteFacts, found: FoundPrincipal | undefined): AppError | undefined {
  if (access.isPublic || !found || found.state === 'active') return undefined;
  return found.principal.credential.kind === 'api_key' ? new InvalidApiKeyError() : new InvalidTokenError();
}

function describeLimit({
  standing: { limit, remaining },
  isByAddress,
}: LimitPreview): Explanation['limits'][number] {
  const { name, units, windowMs } = limit;
  const ofPrincipal = name === 'api_key' ? 'api_key' : 'user';
  return {
    name,
    limit: units,
    window: windowMs / 1000,
    counted_by: isByAddress ? 'address' : ofPrincipal,
    remaining: isByAddress ? null : remaining,
  };
}

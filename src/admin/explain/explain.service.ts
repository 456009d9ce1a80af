import { Injectable } from '@nestjs/common';
import type { Application } from 'express';

import { type FoundPrincipal, PrincipalLookup } from '../principal-lookup.js';
import { AccessPreview } from './access-preview.js';
import type { ExplainQuery, Explanation } from './explain.schema.js';
import { RouteFactsReader } from './route-facts.js';
import { RouteFinder } from './route-finder.js';
import { RoutePolicy } from './route-policy.js';

/** What would become of a request: asked of the same code and configuration that would handle it. */
@Injectable()
export class ExplainService {
  constructor(
    private readonly routes: RouteFinder,
    private readonly facts: RouteFactsReader,
    private readonly policy: RoutePolicy,
    private readonly principals: PrincipalLookup,
    private readonly access: AccessPreview,
  ) {}

  /** @throws RouteUnknownError, PrincipalNotFoundError, DatabaseUnavailableError, DatabaseBusyError */
  async explain({ route: line, principal: id }: ExplainQuery, app: Application): Promise<Explanation> {
    const route = this.routes.find(app, line);
    const found = id === undefined ? undefined : await this.principals.find(id);
    const facts = this.facts.of(route);
    const { method, template } = route;
    const { isPublic, scopes } = facts.access;
    return {
      route: { method, template, is_public: isPublic, scopes: scopes ? [...scopes] : null },
      principal: found ? describePrincipal(found) : null,
      access: this.access.verdictOn(route, facts, found),
      limits: await this.access.limitsOf(facts, found),
      ...this.policy.describe(route, facts),
    };
  }
}

function describePrincipal({ principal, state }: FoundPrincipal): NonNullable<Explanation['principal']> {
  const { userId, role, scopes, credential } = principal;
  const kind = credential.kind === 'api_key' ? 'api_key' : 'user';
  return { kind, user_id: userId, role, state, scopes: [...scopes] };
}

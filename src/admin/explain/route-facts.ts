import { Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { GUARDS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModuleRef, Reflector } from '@nestjs/core';

import { readRouteAccess, type RouteAccess } from '../../auth/index.js';
import type { Scope } from '../../common/context/index.js';
import type { RouteTargets } from '../../common/decorators/index.js';
import { RoomGuard } from '../../jobs/index.js';
import {
  ROUTE_OPERATIONS,
  type RouteOperation,
  type TakesUploads,
  type UploadRules,
} from '../../pipeline/index.js';
import { FORWARDS_TO } from '../../proxy/index.js';
import { isProcessing, isUnlimited, readProcessingScopes } from '../../rate-limit/index.js';
import type { FoundRoute } from './route-finder.js';

/** What decorators say of a route, as those read it who act on it. */
export interface RouteFacts {
  readonly access: RouteAccess;
  readonly isUnlimited: boolean;
  readonly processingScopes: readonly Scope[];
  readonly operations: readonly RouteOperation[];
  /** The parameter that names the microservice to which requests are forwarded. */
  readonly forwardsTo: string | undefined;
  readonly uploads: UploadRules | undefined;
  readonly becomesJob: boolean;
}

const UNGUARDED: RouteFacts = {
  access: { scopes: undefined, isPublic: true },
  isUnlimited: true,
  processingScopes: [],
  operations: [],
  forwardsTo: undefined,
  uploads: undefined,
  becomesJob: false,
};

type RouteArguments = Readonly<
  Record<string, { readonly pipes?: readonly (Type<PipeTransform> | object)[] }>
>;

@Injectable()
export class RouteFactsReader {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  of({ method, targets }: FoundRoute): RouteFacts {
    if (!targets) return UNGUARDED;
    const [handler] = targets;
    const guards = this.reflector.get<readonly unknown[] | undefined>(GUARDS_METADATA, handler) ?? [];
    const operations = this.reflector.get<readonly RouteOperation[] | undefined>(ROUTE_OPERATIONS, handler);
    return {
      access: readRouteAccess(this.reflector, targets),
      isUnlimited: isUnlimited(this.reflector, targets),
      processingScopes: isProcessing(method) ? readProcessingScopes(this.reflector, targets) : [],
      operations: operations ?? [],
      forwardsTo: this.reflector.get<string | undefined>(FORWARDS_TO, handler),
      uploads: this.#uploadsOf(targets),
      becomesJob: guards.includes(RoomGuard),
    };
  }

  #uploadsOf([handler, controller]: RouteTargets): UploadRules | undefined {
    const parameters = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) as
      RouteArguments | undefined;
    const pipes = Object.values(parameters ?? {}).flatMap(({ pipes: ofParameter }) => ofParameter ?? []);
    const instances = pipes
      .filter((pipe) => typeof pipe === 'function')
      .map((pipe) => this.modules.get<object>(pipe, { strict: false }));
    return instances.find(takesUploads)?.rules;
  }
}

function takesUploads(pipe: object): pipe is TakesUploads {
  return 'rules' in pipe;
}

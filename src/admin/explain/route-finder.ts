import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Application } from 'express';

import type { RouteTargets } from '../../common/decorators/index.js';
import { matchingRoutes, type PathParameters } from '../../common/http/index.js';
import { RouteUnknownError } from '../admin-errors.js';

/** A request that nobody has made, such as `POST /process`. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
}

export interface FoundRoute extends RequestLine {
  /** Such as `/jobs/:id`, without its version. */
  readonly template: string;
  readonly params: PathParameters;
  /** Undefined for what is served past the guards, such as the API reference. */
  readonly targets: RouteTargets | undefined;
}

const VERSION = /^\/v1(?=\/)/;

/** The route that would answer a request: by the running router, so that what is told of it is true. */
@Injectable()
export class RouteFinder {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws RouteUnknownError */
  find(app: Application, { method, path }: RequestLine): FoundRoute {
    const routes = matchingRoutes(app, path);
    const route =
      routes.find(({ methods }) => methods[method.toLowerCase()]) ??
      routes.find(({ methods }) => method === 'HEAD' && methods.get);
    if (!route) throw new RouteUnknownError(method, path);
    const [first = ''] = [route.path].flat();
    const template = first.replace(VERSION, '');
    const targets = this.#targetsOf(method === 'HEAD' ? 'GET' : method, template);
    return { method, path, template, params: route.params, targets };
  }

  #targetsOf(method: string, template: string): RouteTargets | undefined {
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, RouteTargets[0]>;
      const name = this.scanner.getAllMethodNames(prototype).find((candidate) => {
        const handler = prototype[candidate];
        return handler && answers(metatype, handler, method, template);
      });
      const handler = name === undefined ? undefined : prototype[name];
      if (handler) return [handler, metatype as RouteTargets[1]];
    }
    return undefined;
  }
}

function answers(controller: object, handler: object, method: string, template: string): boolean {
  const requestMethod = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (requestMethod === undefined) return false;
  if (requestMethod !== RequestMethod.ALL && RequestMethod[requestMethod] !== method) return false;
  const [prefixes, paths] = [controller, handler].map((target) =>
    [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat(),
  );
  return (prefixes ?? []).some((prefix) => (paths ?? []).some((path) => join(prefix, path) === template));
}

function join(...parts: readonly string[]): string {
  return `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
}

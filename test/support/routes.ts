import type { NestExpressApplication } from '@nestjs/platform-express';
import { z } from 'zod';

const layerSchema = z.object({
  route: z
    .object({ path: z.union([z.string(), z.array(z.string())]), methods: z.record(z.string(), z.boolean()) })
    .optional(),
});

/** A route for every method has thirty more, whose guards are the same; `HEAD` has no body to judge it by. */
export const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Every route of the running router, as `METHOD /path`, but for the catch-all of Nest's middleware. */
export function routesOf(app: NestExpressApplication): string[] {
  const { stack } = app.getHttpAdapter().getInstance().router;
  return stack.flatMap((layer) => {
    const { route } = layerSchema.parse(layer);
    const paths = [route?.path ?? []].flat().filter((path) => !path.includes('{/*'));
    const methods = Object.keys(route?.methods ?? {})
      .map((method) => method.toUpperCase())
      .filter((method) => METHODS.has(method));
    return paths.flatMap((path) => methods.map((method) => `${method} ${path}`));
  });
}

import { z } from 'zod';

import { logLevel } from '../config/index.js';

/** Longer than anybody looks for one fault, and well within what a timer can wait. */
const MAX_SECONDS = 7 * 24 * 60 * 60;

const moduleName = z
  .string()
  .regex(/^(\*|[A-Za-z][A-Za-z0-9_]{0,63})$/, { error: 'expected the name of a module, or *' });

export const logLevelSchema = z
  .strictObject({
    level: logLevel
      .nullable()
      .meta({ description: 'The lowest level that is written; `null` goes back to what is configured.' }),
    module: moduleName.optional().meta({
      description:
        'As in the `context` of its lines, or `access` for those of requests. Without it: every module; a level ' +
        'then leaves those alone that were set by name, `null` takes those back, too.',
    }),
    for_seconds: z.int().min(1).max(MAX_SECONDS).optional().meta({
      description: 'After which the configured level comes back; without it, with the next start.',
    }),
  })
  .refine(({ level, for_seconds: seconds }) => level !== null || seconds === undefined, {
    error: 'what is configured holds for good',
    path: ['for_seconds'],
  })
  .meta({ id: 'LogLevelRequest' });
export type LogLevelRequest = z.infer<typeof logLevelSchema>;

const moduleLevelSchema = z.strictObject({
  module: z.string().meta({ description: '`*` stands for every module that is not listed.' }),
  level: z.string().nullable().meta({ description: 'Null: it is silent.' }),
  overridden: z.boolean().meta({ description: 'Whether an administrator has set it.' }),
  until: z.iso.datetime().nullable().meta({ description: 'When the configured level comes back.' }),
});

export const logLevelsSchema = z
  .strictObject({ levels: z.array(moduleLevelSchema) })
  .meta({ id: 'LogLevels' });
export type LogLevelsResponse = z.infer<typeof logLevelsSchema>;

import { z } from 'zod';

import { integerParameter } from '../query/index.js';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;
const MAX_CURSOR_CHARACTERS = 1024;

/** A part of a list, as every list is answered. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** To be sent back as `cursor` for the part that follows; null at the end. */
  readonly next_cursor: string | null;
}

/** The query parameter `limit` of every list. */
export const limitSchema = integerParameter({
  pattern: /^[1-9]\d{0,2}$/,
  what: 'a number',
  minimum: 1,
  maximum: MAX_LIMIT,
  default: DEFAULT_LIMIT,
  description: 'How many at most.',
});

/** RFC 3339. As a Date, because PostgreSQL reads texts in its own way, and knows no year 0000. */
export const timeSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/**
 * The query parameter `cursor` of a list: what of its last entry decides where the next part begins.
 * Clients must take it for an opaque text; it is checked as strictly as any other input.
 */
export function cursorSchema<Position>(position: z.ZodType<Position>): z.ZodType<Position | undefined> {
  return z
    .string()
    .max(MAX_CURSOR_CHARACTERS)
    .transform((text, context) => {
      const result = position.safeParse(decode(text));
      if (result.success) return result.data;
      context.addIssue({ code: 'custom', message: 'expected a next_cursor of this list' });
      return z.NEVER;
    })
    .optional()
    .meta({ description: '`next_cursor` of the part before.' });
}

/**
 * @param rows one more than `limit` when there are more, which spares the count
 * @param positionOf what `cursorSchema` of this list reads
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  positionOf: (row: Row) => unknown,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), next_cursor: hasMore ? encode(positionOf(last)) : null };
}

/** How a page of such items is described in OpenAPI. */
export function pageSchema<Item>(
  item: z.ZodType<Item>,
): z.ZodObject<{ items: z.ZodArray<z.ZodType<Item>>; next_cursor: z.ZodNullable<z.ZodString> }> {
  return z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() });
}

function encode(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

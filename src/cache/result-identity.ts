import { z } from 'zod';

import type { ServiceName } from '../config/index.js';
import { type Operation, serviceOf } from './operations.js';

/** A document's SHA-256, as clients write it. */
export const documentDigestSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hexadecimal')
  .toLowerCase();

export type OptionValue = string | number | boolean | null | readonly OptionValue[];

/** What a result is the result of, all but the version of the model that made it. */
export interface ResultIdentity {
  /** The user's id: nobody is ever answered from what somebody else had done. */
  readonly owner: string;
  /** SHA-256 of the document that the client sent, in hexadecimal: that by which it is forgotten. */
  readonly document: string;
  readonly operation: Operation;
  /** SHA-256 of what the microservice is given: the document, or what an earlier phase made of it. */
  readonly input: string;
  readonly options: Readonly<Record<string, OptionValue | undefined>>;
  /** Which model of the microservice; empty where it has one only. */
  readonly model: string;
}

/** Which results are meant; what is left out is not looked at. */
export interface ResultSelector {
  readonly owner?: string | undefined;
  readonly document?: string | undefined;
  readonly service?: ServiceName | undefined;
}

export function isSelected(
  { owner, document, operation }: ResultIdentity,
  selector: ResultSelector,
): boolean {
  return (
    (selector.owner ?? owner) === owner &&
    (selector.document ?? document) === document &&
    (selector.service ?? serviceOf(operation)) === serviceOf(operation)
  );
}

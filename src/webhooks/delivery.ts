import type { AttemptError } from './sending/index.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'disabled'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type WebhookType = 'job.succeeded' | 'job.failed' | 'job.cancelled';

/** What is to be delivered. */
export interface NewWebhook {
  readonly ownerId: string;
  readonly jobId: string;
  /** As `requireCallbackUrl` returned it. */
  readonly url: string;
  readonly type: WebhookType;
  readonly payload: object;
}

/** A delivery as its owner sees it. */
export interface Delivery {
  /** The header `webhook-id`. */
  readonly id: string;
  readonly jobId: string;
  readonly url: string;
  readonly type: WebhookType;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface Attempt {
  readonly number: number;
  readonly at: Date;
  readonly status: number | null;
  readonly ms: number;
  readonly error: AttemptError | null;
}

/** What an attempt needs to know. */
export interface DueDelivery {
  readonly id: string;
  readonly ownerId: string;
  readonly url: string;
  readonly payload: string;
  /** Since it was made, or was replayed. */
  readonly tries: number;
  readonly retryUntil: Date;
  /** Of its owner, those that are valid. */
  readonly secrets: readonly Buffer[];
  readonly isDisabled: boolean;
}

/** What an attempt leads to. */
export type NextStep =
  | { readonly state: 'delivered' | 'failed' | 'disabled' }
  | { readonly state: 'pending'; readonly ticket: string; readonly at: Date };

/** What is told of a job, in the order in which it happens. */
export const JOB_EVENT_TYPES = ['queued', 'started', 'phase', 'succeeded', 'failed', 'cancelled'] as const;
export type JobEventType = (typeof JOB_EVENT_TYPES)[number];

/** One line of a job's history. */
export interface JobEvent {
  /** 1, 2, 3 … of its job. */
  readonly id: number;
  readonly type: JobEventType;
  readonly at: Date;
  /** `state` and `progress` after it, and what the type has beside. */
  readonly data: Readonly<Record<string, unknown>>;
}

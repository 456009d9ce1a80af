import { effect, signal } from '@preact/signals';

import { announce } from '../../components/announcer.tsx';
import { t } from '../../i18n/index.ts';
import { user } from '../../session/index.ts';
import { type ProcessOptions, submitDocument } from './documents-api.ts';
import { Slots } from './slots.ts';
import type { Job } from '@iris/client';

/** A document on its way to the gateway. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly options: ProcessOptions;
  readonly isFresh: boolean;
  /** Why the gateway did not take it. */
  readonly error?: unknown;
}

/** The gateway refuses sooner what it cannot keep, so that a few at a time are enough. */
const slots = new Slots(2);

/** They go on while another page is looked at. */
export const uploads = signal<readonly Upload[]>([]);
/** Accepted in this visit, the newest first. */
export const accepted = signal<readonly Job[]>([]);

/** By the id of their job: the gateway gives no document back. */
const files = new Map<string, File>();
let owner: string | undefined;

// Nothing of somebody is left for the next one.
effect(() => {
  const id = user.value?.id;
  if (id === owner) return;
  owner = id;
  files.clear();
  uploads.value = [];
  accepted.value = [];
});

export function fileOf(jobId: string): File | undefined {
  return files.get(jobId);
}

/** @param onAccepted hears of the job of each */
export function upload(
  chosen: readonly File[],
  options: ProcessOptions,
  { isFresh = false, onAccepted }: { isFresh?: boolean; onAccepted?: (job: Job) => void } = {},
): void {
  const added = chosen.map((file) => ({ key: crypto.randomUUID(), file, options, isFresh }));
  uploads.value = [...uploads.value, ...added];
  for (const one of added) void send(one, onAccepted);
}

export function dismiss(key: string): void {
  uploads.value = uploads.value.filter((one) => one.key !== key);
}

export function retry({ key, file, options, isFresh }: Upload): void {
  dismiss(key);
  upload([file], options, { isFresh });
}

async function send(one: Upload, onAccepted: ((job: Job) => void) | undefined): Promise<void> {
  const giveBack = await slots.take();
  await transmit(one, onAccepted);
  giveBack();
}

async function transmit(one: Upload, onAccepted: ((job: Job) => void) | undefined): Promise<void> {
  if (!uploads.value.some(({ key }) => key === one.key)) return;
  try {
    const job = await submitDocument(one);
    files.set(job.id, one.file);
    dismiss(one.key);
    accepted.value = [job, ...accepted.value];
    onAccepted?.(job);
  } catch (error) {
    uploads.value = uploads.value.map((former) => (former.key === one.key ? { ...former, error } : former));
    announce(t('documents.refused', { name: one.file.name }));
  }
}

import { randomUUID } from 'node:crypto';

import { Injectable, Logger } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';

import { type Labels, METRICS } from '../metrics/index.js';
import type { Ticket } from '../queue/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { DueDelivery, NextStep } from './delivery.js';
import { DeliveryQueue, type DeliveryWork } from './delivery-queue.js';
import { DisabledEndpointsRepository } from './disabled-endpoints.repository.js';
import { type Answer, verdictOf, WebhookSender } from './sending/index.js';

/**
 * Makes the attempts. What has come of one and the work for the next are committed together; a process that dies before
 * that leaves its work to another one, which makes the attempt again.
 */
@Injectable()
export class WebhookWorker {
  readonly #logger = new Logger('Webhooks');

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: DisabledEndpointsRepository,
    private readonly queue: DeliveryQueue,
    private readonly sender: WebhookSender,
    @InjectMetric(METRICS.webhookDeliveries) private readonly outcomes: Counter,
  ) {
    queue.work((ticket) =>
      this.#perform(ticket).catch((error: unknown) => {
        // Without the claim, it is somebody else's business.
        if (!ticket.signal.aborted) this.#logger.warn({ err: error }, 'A webhook will be attempted again');
        throw error;
      }),
    );
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError, QueueUnavailableError: the work is done again then */
  async #perform({ id: ticket, data, signal }: Ticket<DeliveryWork>): Promise<void> {
    const due = await this.deliveries.findDue(data.deliveryId, ticket);
    if (!due) return;
    // Of a disabled endpoint, another delivery has heard meanwhile.
    const answer = due.isDisabled ? undefined : await this.#send(due, signal);
    const next: NextStep = answer ? this.#decide(due, answer) : { state: 'disabled' };
    await this.deliveries.conclude({ id: due.id, ticket }, answer, next, (manager) =>
      this.#follow(manager, due, next, answer),
    );
    const outcome = next.state === 'pending' ? 'retried' : next.state;
    this.outcomes.inc({ outcome } satisfies Labels<'webhookDeliveries'>);
  }

  async #send({ id, url, payload: body, secrets }: DueDelivery, signal: AbortSignal): Promise<Answer> {
    const answer = await this.sender.send({ id, url, body, secrets }, signal);
    // Somebody else has the work by now: it is not the receiver who has failed.
    signal.throwIfAborted();
    return answer;
  }

  #decide({ tries, retryUntil }: DueDelivery, answer: Answer): NextStep {
    switch (verdictOf(answer)) {
      case 'delivered':
        return { state: 'delivered' };
      case 'gone':
        return { state: 'disabled' };
      case 'failed': {
        const { retryAfterMs } = answer;
        const at = this.queue.nextAttemptAt({ tries: tries + 1, retryAfterMs, retryUntil });
        return at ? { state: 'pending', ticket: randomUUID(), at } : { state: 'failed' };
      }
    }
  }

  async #follow(manager: EntityManager, due: DueDelivery, next: NextStep, answer?: Answer): Promise<void> {
    if (next.state === 'pending') await this.queue.add(manager, due, next.ticket, next.at);
    if (next.state === 'disabled' && answer) await this.endpoints.insert(manager, due.ownerId, due.url);
  }
}

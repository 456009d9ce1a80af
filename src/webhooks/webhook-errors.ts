import { AppError } from '../common/errors/index.js';

/** 404: the caller has no delivery with this id, whoever else may have one. */
export class WebhookDeliveryNotFoundError extends AppError {
  readonly code = 'WEBHOOK_DELIVERY_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such delivery';

  constructor() {
    super('You have no delivery with this id.');
  }
}

/** 404: the caller has no disabled endpoint with this id. */
export class WebhookEndpointNotFoundError extends AppError {
  readonly code = 'WEBHOOK_ENDPOINT_NOT_FOUND';
  readonly status = 404;
  readonly title = 'There is no such disabled endpoint';

  constructor() {
    super('You have no disabled endpoint with this id.');
  }
}

/** 409: nothing is sent to an endpoint that has answered 410. */
export class WebhookEndpointDisabledError extends AppError {
  readonly code = 'WEBHOOK_ENDPOINT_DISABLED';
  readonly status = 409;
  readonly title = 'The endpoint is disabled';

  constructor() {
    super('The endpoint has answered 410 Gone. Enable it again first: DELETE /webhooks/disabled/{id}.');
  }
}

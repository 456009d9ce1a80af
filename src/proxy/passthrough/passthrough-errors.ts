import { AppError } from '../../common/errors/index.js';

/** 404: no microservice of this name. */
export class ServiceUnknownError extends AppError {
  readonly code = 'SERVICE_UNKNOWN';
  readonly status = 404;
  readonly title = 'There is no such microservice';
}

/** 501: WebSocket and other protocols are not spoken here. */
export class UpgradeNotSupportedError extends AppError {
  readonly code = 'UPGRADE_NOT_SUPPORTED';
  readonly status = 501;
  readonly title = 'The connection cannot change its protocol';

  constructor() {
    super('Upgrade is not supported; send the request without it.');
  }
}

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

/** 501: a transfer coding besides `chunked`, which would have to be undone here (RFC 9112, 6.1). */
export class TransferCodingNotSupportedError extends AppError {
  readonly code = 'TRANSFER_CODING_NOT_SUPPORTED';
  readonly status = 501;
  readonly title = 'The transfer coding is not supported';

  constructor() {
    super('Send the body chunked or with its length; compress it with Content-Encoding.');
  }
}

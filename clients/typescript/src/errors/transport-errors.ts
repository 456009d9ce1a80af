/** Nobody answers, or an answer broke off. It may have been carried out all the same. */
export class IrisNetworkError extends Error {
  override readonly name: string = 'IrisNetworkError';

  constructor(baseUrl: string, reason: string, options?: ErrorOptions) {
    super(`The gateway at ${baseUrl} cannot be reached: ${reason}`, options);
  }
}

/** The gateway did not answer in time. */
export class IrisTimeoutError extends IrisNetworkError {
  override readonly name = 'IrisTimeoutError';

  constructor(baseUrl: string, options?: ErrorOptions) {
    super(baseUrl, 'it does not answer in time', options);
  }
}

/** Something answers that is not the gateway. */
export class IrisProtocolError extends Error {
  override readonly name = 'IrisProtocolError';

  constructor(baseUrl: string, options?: ErrorOptions) {
    super(`What answers at ${baseUrl} is no gateway of IRIS`, options);
  }
}

import type { Response } from 'express';

/** nginx's number for "the client hung up before the answer". */
const CLIENT_CLOSED = 499;
const BROKEN_OFF = 502;

/** The status to log once a response is closed: what was sent, or why it was not sent whole. */
export function finalStatus(response: Response): number {
  if (response.writableFinished) return response.statusCode;
  return response.req.context?.upstream.brokeOff ? BROKEN_OFF : CLIENT_CLOSED;
}

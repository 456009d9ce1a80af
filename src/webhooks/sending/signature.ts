import { createHmac, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
const SECRET_PREFIX = 'whsec_';

export interface SignedMessage {
  /** The same for every attempt. */
  readonly id: string;
  readonly body: string;
}

export function newSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** As its owner gets it. */
export function secretText(secret: Buffer): string {
  return SECRET_PREFIX + secret.toString('base64');
}

/**
 * The headers by which a receiver knows that the message is ours, and new: https://www.standardwebhooks.com.
 * One signature for each secret that is valid now.
 */
export function signatureHeaders(
  { id, body }: SignedMessage,
  secrets: readonly Buffer[],
  at: Date,
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

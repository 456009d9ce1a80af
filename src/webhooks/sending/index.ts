export { type Answer, ATTEMPT_ERRORS, type AttemptError, verdictOf } from './answer.js';
export { CallbackUrls } from './callback-urls.js';
export { newSecret, secretText } from './signature.js';
export { WebhookSender } from './webhook-sender.js';

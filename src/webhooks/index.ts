export type { NewWebhook, WebhookType } from './delivery.js';
export { Webhooks } from './webhooks.js';
export { WebhooksModule } from './webhooks.module.js';

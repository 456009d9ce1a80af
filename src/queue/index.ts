export { QueueModule } from './queue.module.js';
export { QueueUnavailableError } from './queue-errors.js';
export { type Handler, type NewWork, type QueueOptions, type Ticket, WorkQueue } from './work-queue.js';

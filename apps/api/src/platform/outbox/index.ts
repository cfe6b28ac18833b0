export { OutboxDispatcher } from './outbox.dispatcher.js';
export { OutboxEventEntity } from './outbox-event.entity.js';
export { Outbox, type NewEvent, type OutboxEvent, type Subscriber } from './outbox.js';
export { OutboxWorker } from './outbox.worker.js';

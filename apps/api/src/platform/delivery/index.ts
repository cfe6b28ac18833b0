export { Delivery } from './delivery.js';
export { DeliveryController } from './delivery.controller.js';
export { DeliveryKeyEntity } from './delivery-key.entity.js';
export { DeliveryKeys } from './delivery-keys.js';
export { DeliveryReader } from './delivery.reader.js';

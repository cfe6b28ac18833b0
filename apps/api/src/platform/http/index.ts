export { configureApi } from './configure-api.js';
export { Handles } from './handles.decorator.js';
export { RouteRegister } from './route-register.js';
export { clearCookie, setCookie } from './cookies.js';
export { bodyLimitBytes, createLogger, requestIdOf } from './fastify.options.js';
export { openApiDocument } from './openapi.js';
export { readBody } from './read-body.js';
export { IdempotencyKey, RequestMeta, type Reply, type RequestOrigin } from './request.decorators.js';

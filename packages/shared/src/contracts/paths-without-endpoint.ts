/** Addresses of the API that are not endpoints. Routes under them are listed in platform/http/routes-outside-contracts.ts. */
export const apiPrefix = '/api';

/** Signed addresses of files: `/api/media/<ticket>/<path of the file>`; platform/delivery makes and checks them. */
export const mediaPath = '/api/media';

/** The OpenAPI document, which describes the endpoints. */
export const openApiPath = '/api/openapi.json';

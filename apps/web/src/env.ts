import { defineEnvVars } from '@sveltejs/kit/env';

export const variables = defineEnvVars({
  API_ORIGIN: {
    description:
      'Where the API answers when web and API are separate processes, such as http://127.0.0.1:3001',
    schema: (value) => value ?? 'http://127.0.0.1:3001',
  },
  GALLERY: {
    description: '1 shows /_gallery in a production build',
    schema: (value) => value === '1',
  },
});

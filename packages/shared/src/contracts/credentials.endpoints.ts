import { achievementId, statusListNumber } from './credentials.js';
import { endpoint } from './endpoint.js';

export const credentialsEndpoints = {
  getDidDocument: endpoint({
    method: 'GET',
    path: '/api/credentials/did',
    access: 'public',
    summary: 'did:web document.',
    file: 'application/did+ld+json',
  }),
  getAchievement: endpoint({
    method: 'GET',
    path: '/api/credentials/achievements/:achievementId',
    access: 'public',
    summary: 'Open Badges Achievement.',
    params: { achievementId },
    file: 'application/ld+json',
  }),
  getStatusList: endpoint({
    method: 'GET',
    path: '/api/credentials/status/:listNumber',
    access: 'public',
    summary: 'Bitstring Status List, signed; with ETag.',
    params: { listNumber: statusListNumber },
    file: 'application/ld+json',
  }),
  getBadgeImage: endpoint({
    method: 'GET',
    path: '/api/credentials/badge.png',
    access: 'public',
    file: 'image/png',
  }),
};

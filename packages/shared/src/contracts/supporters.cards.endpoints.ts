import { z } from 'zod';
import { supporterId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import { CardList, CardSheetBody, SupporterCardCheck } from './supporters.cards.js';
import { SupporterListQuery } from './supporters.js';

export const supportersCardsEndpoints = {
  getOwnSupporterCard: endpoint({
    method: 'GET',
    path: '/api/me/supporters/:supporterId/card',
    access: 'supporter.self',
    params: { supporterId },
    file: 'application/pdf',
  }),
  getSupporterCard: endpoint({
    method: 'GET',
    path: '/api/office/supporters/:supporterId/card',
    access: 'supporter.read',
    params: { supporterId },
    file: 'application/pdf',
  }),
  listSupporterCards: endpoint({
    method: 'GET',
    path: '/api/office/supporter-card-list',
    access: 'supporter.read',
    summary: 'With ?card=due those not printed yet.',
    query: SupporterListQuery,
    answer: CardList,
  }),
  printSupporterCards: endpoint({
    method: 'POST',
    path: '/api/office/supporter-cards',
    access: 'supporter.manage',
    summary: 'A4, ten a sheet; records that they were printed.',
    body: CardSheetBody,
    file: 'application/pdf',
  }),
  checkSupporterCard: endpoint({
    method: 'GET',
    path: '/api/supporter-cards/:publicCode',
    access: 'public',
    summary: '404 supporters.card_unknown.',
    params: { publicCode: z.string() },
    answer: SupporterCardCheck,
  }),
};

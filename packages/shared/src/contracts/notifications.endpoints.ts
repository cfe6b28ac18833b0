import { notificationId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  MyNotificationList,
  MyNotificationView,
  NotificationListQuery,
  NotificationPage,
  NotificationView,
} from './notifications.js';

export const notificationsEndpoints = {
  listNotifications: endpoint({
    method: 'GET',
    path: '/api/office/notifications',
    access: 'notification.read',
    query: NotificationListQuery,
    answer: NotificationPage,
  }),
  getNotification: endpoint({
    method: 'GET',
    path: '/api/office/notifications/:notificationId',
    access: 'notification.read',
    params: { notificationId },
    answer: NotificationView,
  }),
  retryNotification: endpoint({
    method: 'POST',
    path: '/api/office/notifications/:notificationId/retry',
    access: 'notification.send',
    summary: 'Failed mail only.',
    params: { notificationId },
    answer: NotificationView,
  }),
  turnIntoLetter: endpoint({
    method: 'POST',
    path: '/api/office/notifications/:notificationId/letter',
    access: 'notification.send',
    summary: 'Failed mail only.',
    params: { notificationId },
    answer: NotificationView,
  }),
  markLetterPrinted: endpoint({
    method: 'POST',
    path: '/api/office/notifications/:notificationId/printed',
    access: 'notification.send',
    params: { notificationId },
    answer: NotificationView,
  }),
  listOwnNotifications: endpoint({
    method: 'GET',
    path: '/api/me/notifications',
    access: 'notification.self',
    summary: 'Without secrets such as reset codes.',
    answer: MyNotificationList,
  }),
  getOwnNotification: endpoint({
    method: 'GET',
    path: '/api/me/notifications/:notificationId',
    access: 'notification.self',
    params: { notificationId },
    answer: MyNotificationView,
  }),
};

import { z } from 'zod';
import { notificationId, personId } from '../vocabulary/ids.js';
import { notificationChannels, notificationKinds, notificationStates } from '../vocabulary/notifications.js';
import { count, instant, listQuery, pageOf } from './fields.js';

const base = {
  notificationId,
  kind: z.enum(notificationKinds),
  channel: z.enum(notificationChannels),
  state: z.enum(notificationStates),
  subject: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
};

export const NotificationRow = z
  .object({
    ...base,
    personId: personId.nullable(),
    name: z.string(),
    to: z.string().nullable(),
    attempts: count,
    lastError: z.string().nullable(),
  })
  .meta({ id: 'NotificationRow' });
export type NotificationRow = z.infer<typeof NotificationRow>;
export const NotificationPage = pageOf(NotificationRow).meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof NotificationPage>;
export const NotificationListQuery = z
  .object({
    ...listQuery,
    channel: z.enum(notificationChannels).optional(),
    state: z.enum(notificationStates).optional(),
  })
  .meta({ id: 'NotificationListQuery' });
export type NotificationListQuery = z.infer<typeof NotificationListQuery>;

/** `body` is the text that was or will be sent; one-time codes and links are shown as 「●●●」. */
export const NotificationView = NotificationRow.extend({
  body: z.string(),
  postalCode: z.string().nullable(),
  address: z.string().nullable(),
  can: z.object({ retry: z.boolean(), toLetter: z.boolean(), markPrinted: z.boolean() }),
}).meta({ id: 'NotificationView' });
export type NotificationView = z.infer<typeof NotificationView>;

export const MyNotificationRow = z.object(base).meta({ id: 'MyNotificationRow' });
export type MyNotificationRow = z.infer<typeof MyNotificationRow>;
export const MyNotificationList = z
  .object({ items: z.array(MyNotificationRow) })
  .meta({ id: 'MyNotificationList' });
export type MyNotificationList = z.infer<typeof MyNotificationList>;
export const MyNotificationView = z.object({ ...base, body: z.string() }).meta({ id: 'MyNotificationView' });
export type MyNotificationView = z.infer<typeof MyNotificationView>;

import { withQuery } from '../api/link';
import { request } from '../api/request';
import type { Filled, Message, Photo, Schemas } from '../api/types';
import type { Reaction } from '../like/reactions';

export type Conversation = Schemas['Conversation'];
export type QuotedMessage = Schemas['QuotedMessage'];
export type PersonReaction = Schemas['PersonReaction'];
export type SendMessageRequest = Filled<Schemas['SendMessageRequest'], 'text' | 'client_id'>;

export const MAX_MESSAGE_LENGTH = 4_000;
export const PAGE_SIZE = 50;

const around = (userId: number, where: object) =>
  request<Message[]>(withQuery('/api/messages', { user_id: userId, ...where }));

export const getConversations = () => request<Conversation[]>('/api/conversations?limit=200');
export const getLatest = (userId: number) => around(userId, {});
export const getOlder = (userId: number, before: string) => around(userId, { before, limit: PAGE_SIZE });
export const sendMessage = (draft: SendMessageRequest) =>
  request<Message>('/api/messages', { method: 'POST', json: draft });
/** Uploads a picture from the clipboard or this device, which only the message shows to somebody else. */
export function uploadForMessage(file: File): Promise<Photo> {
  const form = new FormData();
  form.set('audience', 'private');
  form.set('photo', file);
  return request<Photo>('/api/photos', { method: 'POST', form });
}
export const reactTo = (id: string, reaction: Reaction | null) =>
  reaction
    ? request<Message>(`/api/messages/${id}/reaction`, {
        method: 'PUT',
        json: { reaction } satisfies Schemas['ReactToMessageRequest'],
      })
    : request<Message>(`/api/messages/${id}/reaction`, { method: 'DELETE' });
export const deleteMessage = (id: string) =>
  request(`/api/messages/${id}`, { method: 'DELETE', keepalive: true });
/** Marks messages as read up to this one; a message that arrives meanwhile stays unread. */
export const markRead = (userId: number, messageId: string) =>
  request('/api/messages/read', {
    method: 'POST',
    json: { user_id: userId, message_id: messageId } satisfies Schemas['MarkMessagesReadRequest'],
  });

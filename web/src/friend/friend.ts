import { everyPage, request } from '../api/request';
import type { Schemas } from '../api/types';

export type Friend = Schemas['Friend'];
export type FriendRequest = Schemas['FriendRequest'];
/** Somebody whom I may know. */
export type Suggestion = Schemas['FriendSuggestion'];
export type BlockedPerson = Schemas['BlockedPerson'];

export const getFriends = () => everyPage<Friend>('/api/friends');
export const getRequests = () => everyPage<FriendRequest>('/api/friends/requests');
export const getSentRequests = () => everyPage<FriendRequest>('/api/friends/requests/sent');
export const getBlocked = () => everyPage<BlockedPerson>('/api/blocks');

const post = <T>(path: string, json: object) => request<T>(path, { method: 'POST', json });

export const requestFriendship = (userId: number) =>
  post<FriendRequest>('/api/friends/request', { user_id: userId } satisfies Schemas['NewFriendRequest']);
export const respond = (requestId: number, accept: boolean) =>
  request<FriendRequest>('/api/friends/respond', {
    method: 'POST',
    json: { request_id: requestId, accept } satisfies Schemas['RespondToFriendRequest'],
    keepalive: true,
  });
export const withdrawRequest = (requestId: number) =>
  request(`/api/friends/requests/${requestId}`, { method: 'DELETE' });
export const getSuggestions = () => request<Suggestion[]>('/api/friends/suggestions');
export const hideSuggestion = (userId: number) =>
  request(`/api/friends/suggestions/${userId}`, { method: 'DELETE', keepalive: true });
export const unfriend = (userId: number) => request(`/api/friends/${userId}`, { method: 'DELETE' });
export const block = (userId: number) => request(`/api/blocks/${userId}`, { method: 'PUT' });
export const unblock = (userId: number) => request(`/api/blocks/${userId}`, { method: 'DELETE' });

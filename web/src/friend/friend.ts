import { everyPage, request } from '../api/request';
import type { Person } from '../api/types';

export interface Friend extends Person {
  since: number;
}

export interface FriendRequest {
  id: number;
  requester_id: number;
  requester_username: string;
  requester_picture_url: string | null;
  receiver_id: number;
  receiver_username: string;
  receiver_picture_url: string | null;
  status: 'pending' | 'accepted' | 'declined';
  created_at: number;
}

export const getFriends = () => everyPage<Friend>('/api/friends');
export const getRequests = () => everyPage<FriendRequest>('/api/friends/requests');
export const getSentRequests = () => everyPage<FriendRequest>('/api/friends/requests/sent');
export const getBlocked = () => everyPage<Person>('/api/blocks');

const post = <T>(path: string, json: object) => request<T>(path, { method: 'POST', json });

export const requestFriendship = (userId: number) =>
  post<FriendRequest>('/api/friends/request', { user_id: userId });
export const respond = (requestId: number, accept: boolean) =>
  request<FriendRequest>('/api/friends/respond', {
    method: 'POST',
    json: { request_id: requestId, accept },
    keepalive: true,
  });
export const withdrawRequest = (requestId: number) =>
  request(`/api/friends/requests/${requestId}`, { method: 'DELETE' });
export const unfriend = (userId: number) => request(`/api/friends/${userId}`, { method: 'DELETE' });
export const block = (userId: number) => request(`/api/blocks/${userId}`, { method: 'PUT' });
export const unblock = (userId: number) => request(`/api/blocks/${userId}`, { method: 'DELETE' });

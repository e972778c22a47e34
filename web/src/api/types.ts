/** What the server answers with, for every feature that shows it. */
export type Audience = 'public' | 'friends' | 'private';

export interface Person {
  id: number;
  username: string;
  name: string;
  picture_url: string | null;
}

export interface Account extends Person {
  email: string;
  bio: string;
  default_audience: Audience;
  created_at: number;
}

/** Somebody's page, as I may see it. */
export interface Profile extends Person {
  bio: string;
  photo_count: number;
  friendship: 'self' | 'none' | 'requested' | 'asked' | 'friends' | 'blocked';
  /** The request between us that waits, if one does. */
  request_id: number | null;
}

export interface Comment {
  comment_id: string;
  photo_id: string;
  user_id: number;
  username: string;
  user_picture_url: string | null;
  text: string;
  created_at: number;
  /** Sent again after it was deleted: no words are left. */
  deleted?: boolean;
}

export interface Photo {
  photo_id: string;
  user_id: number;
  username: string;
  user_picture_url: string | null;
  topic: string;
  caption: string;
  tags: string[];
  audience: Audience;
  likes: number;
  liked: boolean;
  comment_count: number;
  latest_comment: Omit<Comment, 'photo_id' | 'user_picture_url'> | null;
  created_at: number;
  width: number;
  height: number;
  placeholder: string;
  /** Part of the picture is missing from its file. */
  damaged: boolean;
  /** Its original moves. */
  animated: boolean;
  format: string;
  bytes: number;
  thumbnail_url: string;
  small_url: string;
  large_url: string;
  image_url: string;
  srcset: string;
}

export interface Message {
  message_id: string;
  from_user_id: number;
  from_username: string;
  to_user_id: number;
  text: string;
  timestamp: number;
  client_id: string | null;
  photo_id: string | null;
  photo: Photo | null;
  /** A photo was attached that I cannot see (any more). */
  photo_gone: boolean;
  deleted: boolean;
}

/** What whoever comes is told of this Lumina. */
export interface ServerInfo {
  sign_up: 'open' | 'invite' | 'closed';
  members_only: boolean;
  /** Photos as iPhones take them are read here. */
  heic: boolean;
}

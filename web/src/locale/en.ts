import { account } from './en/account';
import { album } from './en/album';
import { app } from './en/app';
import { audience } from './en/audience';
import { auth } from './en/auth';
import { comment } from './en/comment';
import { common } from './en/common';
import { explore } from './en/explore';
import { friend } from './en/friend';
import { guest } from './en/guest';
import { home } from './en/home';
import { imports } from './en/imports';
import { invite } from './en/invite';
import { like } from './en/like';
import { message } from './en/message';
import { notification } from './en/notification';
import { photo } from './en/photo';
import { problem } from './en/problem';
import { profile } from './en/profile';
import { selection } from './en/selection';
import { session } from './en/session';
import { share } from './en/share';
import { timeline } from './en/timeline';
import { topic } from './en/topic';
import { trash } from './en/trash';
import { upload } from './en/upload';
import { viewer } from './en/viewer';

/** All texts of the page in English, one part for each folder that uses them. */
export const en = {
  account,
  album,
  app,
  audience,
  auth,
  comment,
  common,
  explore,
  friend,
  guest,
  home,
  imports,
  invite,
  like,
  message,
  notification,
  photo,
  problem,
  profile,
  selection,
  session,
  share,
  timeline,
  topic,
  trash,
  upload,
  viewer,
};

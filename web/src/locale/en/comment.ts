export const comment = {
  list: 'Comments',
  write: 'Write a comment',
  placeholder: 'Say something kind',
  send: 'Send',
  more: 'More comments',
  reply: 'Reply',
  replyTo: (username: string) => `Reply to ${username}`,
  stopReplying: 'Do not reply',
  quotedGone: 'A comment that is not here any more',
  deleteBy: (username: string) => `Delete comment by ${username}`,
  deleted: 'Comment deleted.',
};

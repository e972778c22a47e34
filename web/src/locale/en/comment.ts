export const comment = {
  list: 'Comments',
  write: 'Write a comment',
  placeholder: 'Say something kind',
  send: 'Send',
  more: 'More comments',
  deleteBy: (username: string) => `Delete comment by ${username}`,
  deleted: 'Comment deleted.',
};

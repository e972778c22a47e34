export const trash = {
  title: 'Trash',
  means: 'Only you see these photos. Open one to see how long it stays.',
  here: 'This photo is in the trash: only you see it.',
  until: (date: string) => `This photo is in the trash: only you see it. It is deleted for good on ${date}.`,
  isEmpty: 'The trash is empty',
  isEmptyMeans: 'Photos that you delete stay here for a while, and can be restored.',

  moveQuestion: 'Move this photo to the trash?',
  moveMeans: 'It disappears for everyone else at once. You can restore it, with its comments and likes.',
  move: 'Move to trash',
  moved: 'Moved to the trash.',
  restore: 'Restore',
  restored: 'Restored.',
  keepIt: 'Keep it',

  deleteForGood: 'Delete for good',
  deleteQuestion: 'Delete this photo for good?',
  deleteMeans: 'It cannot be restored, nor can its comments and likes.',
  deleted: 'Deleted for good.',

  empty: 'Empty trash',
  emptyQuestion: 'Delete everything in the trash?',
  emptyMeans: 'These photos cannot be restored, nor can their comments and likes.',
  keepThem: 'Keep them',
  emptied: 'The trash is empty.',
};

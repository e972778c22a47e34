export const account = {
  title: 'Account',
  heading: 'Your account',
  everything: 'Everything of yours',
  everythingInOneFile: 'Your originals just as you uploaded them, and everything you wrote, in one zip file.',
  downloadEverything: 'Download everything',
  version: (version: string) => `Lumina ${version}`,

  menuButton: (username: string) => `You: ${username}`,
  menu: 'You',
  yourPage: 'Your page',
  logOutEverywhere: 'Log out everywhere',

  leave: 'Leave Lumina',
  leaveMeans: 'Deletes your account with every photo, comment, like and message. It cannot be undone.',
  deleteAccountButton: 'Delete account …',
  deleteAccount: 'Delete your account',
  deleteMeans: 'This deletes everything of yours now and for good. You may want to download it first.',
  yourPassword: 'Your password',
  keepIt: 'Keep it',
  deleteEverything: 'Delete everything',

  password: 'Password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  changePassword: 'Change password',
  passwordChanged: 'Password changed. All your other devices are logged out.',

  name: 'Name',
  namePlaceholder: 'As your friends call you',
  about: 'About you',
  newPhotosAreFor: 'New photos are for',
  saved: 'Saved.',

  choosePicture: 'Choose a picture of you',
  changePicture: 'Change picture',
  addPicture: 'Add a picture',
  removePicture: 'Remove',
  yourPicture: 'Your picture',
  crop: 'The part of the picture that is used. Drag it, or move it with the arrow keys.',
  zoom: 'Zoom',
  useIt: 'Use it',
  notAPicture: 'This file is not a picture that can be shown here. Please choose a JPEG or PNG.',
  cannotCrop: 'The picture could not be cropped. Please choose another one.',

  devices: 'Where you are logged in',
  thisDevice: 'This device',
  /** `{}`: how long ago. */
  lastUsed: 'Last used {}',
  endSession: 'End',
  device: (browser: string | undefined, system: string | undefined) =>
    [browser ?? 'A program', system && `on ${system}`].filter(Boolean).join(' '),
};

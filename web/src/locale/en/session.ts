export const session = {
  otherAccount: 'Somebody else has logged in here. Log in to go on: what you typed is kept.',
  ended: 'Your session has ended. Log in to go on: what you typed is kept.',
};

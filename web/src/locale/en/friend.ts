import { plural } from '../intl/language';

export const friend = {
  title: 'Friends',
  requests: 'Want to be your friend',
  sent: 'You asked',
  blocked: 'You blocked',
  count: (count: number) => plural(count, { one: `${count} friend`, other: `${count} friends` }),
  empty: 'Better together',
  emptyMeans:
    'Find somebody you know by typing their name above. Once they accept, you see each other’s photos at Home.',

  add: 'Add friend',
  withdrawRequest: 'Withdraw request',
  withdraw: 'Withdraw',
  accept: 'Accept',
  decline: 'Decline',
  declined: (username: string) => `Request of ${username} declined.`,
  areFriends: 'Friends',
  since: (month: string) => `friends since ${month}`,
  unblock: 'Unblock',

  search: 'People',
  find: 'Find people',
  typeAName: 'Type a name',
  found: 'People found',
  nobodyFound: 'Nobody here is called that.',
};

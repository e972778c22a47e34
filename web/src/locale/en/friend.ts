import { plural, whole } from '../intl/language';

export const friend = {
  title: 'Friends',
  requests: 'Want to be your friend',
  sent: 'You asked',
  blocked: 'You blocked',
  count: (count: number) =>
    plural(count, { one: `${whole(count)} friend`, other: `${whole(count)} friends` }),
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

  inCommon: (count: number) =>
    plural(count, { one: `${whole(count)} friend in common`, other: `${whole(count)} friends in common` }),
  commonNames: (some: string[]) => some.join(', '),
  suggested: 'People you may know',
  hideSuggestion: 'Not interested',
  notInterested: (username: string) => `Not interested in ${username}`,
  suggestionHidden: (username: string) => `${username} will not be suggested again.`,

  search: 'People',
  find: 'Find people',
  typeAName: 'Type a name',
  found: 'People found',
  nobodyFound: 'Nobody here is called that.',
};

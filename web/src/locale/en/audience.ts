import { plural, whole } from '../intl/language';

export const audience = {
  label: 'Who can see it',
  names: { public: 'Everyone', friends: 'Friends', private: 'Only you' },
  /** There is a link to the photo besides. */
  andLink: { friends: 'Friends and whoever has the link', private: 'You and whoever has the link' },

  everyoneSees: 'Everyone can see this, also people without an account.',
  membersSee: 'Everyone who has an account here can see this.',
  onlyYouSee: 'Only you will see this.',
  futureFriendsSee: 'Only you for now, and your friends once you have some.',
  friendsSee: (count: number) =>
    plural(count, {
      one: 'Your one friend will see this.',
      other: `Your ${whole(count)} friends will see this.`,
    }),

  everyoneCanOpen: 'Everyone can open it.',
  membersCanOpen: 'Everyone who has an account here can open it.',
  friendsCanOpen: 'Your friends can open it.',
  onlyYouCanOpen: 'Only you can open it.',
};

import type { Audience } from './photo';

export const audienceWords: Record<Audience, string> = {
  public: 'Everyone',
  friends: 'Friends',
  private: 'Only you',
};

/** Who will see it, as a sentence. */
export const audienceSentence: Record<Audience, string> = {
  public: 'Everyone can see this, also people without an account.',
  friends: 'Only you and your friends can see this.',
  private: 'Only you can see this.',
};

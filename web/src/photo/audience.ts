import type { Audience } from './photo';

export const audienceWords: Record<Audience, string> = {
  public: 'Everyone',
  friends: 'Friends',
  private: 'Only you',
};

/** Who will see it, as a sentence. */
export function audienceSentence(audience: Audience, friends: number): string {
  if (audience === 'public') return 'Everyone can see this, also people without an account.';
  if (audience === 'private') return 'Only you will see this.';
  if (friends === 0) return 'Only you for now, and your friends once you have some.';
  return friends === 1 ? 'Your one friend will see this.' : `Your ${friends} friends will see this.`;
}

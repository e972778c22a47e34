export const like = {
  button: (count: number) => `Like, ${count} so far`,
  /** `{}`: the names of up to three people. */
  likedBy: (more: number) => (more > 0 ? `Liked by {}\u00a0and ${more} more` : 'Liked by {}'),
};

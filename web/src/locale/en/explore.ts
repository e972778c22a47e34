export const explore = {
  title: 'Explore',
  /** `{}`: the tag. */
  tagged: 'Tagged {}',
  showEverything: 'Show everything',
  noPhotosFound: 'No photos found',
  nothingFound: 'Nothing found',
  noPhotoWith: (words: string) => `No photo that you can see has “${words}” in its words.`,
  noPhotoHere: 'No photo that you can see is here.',
  empty: 'No photos yet',
  emptyMeans: 'Be the first: what you share with everyone shows up here.',
  peopleFound: 'People found',
};

export const explore = {
  title: 'Explore',
  /** `{}`: the tag. */
  tagged: 'Tagged {}',
  /** `{}`: the words. */
  searched: 'Photos with “{}”',
  showEverything: 'Show everything',
  noPhotosFound: 'No photos found',
  nothingFound: 'Nothing found',
  noPhotoWith: (words: string) => `None of the photos that you can see mentions “${words}”.`,
  noPhotoHere: 'There is no photo here that you can see.',
  empty: 'No photos yet',
  emptyMeans: 'Be the first: what you share with everyone shows up here.',
  peopleFound: 'People found',
};

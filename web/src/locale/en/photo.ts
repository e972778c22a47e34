export const photo = {
  title: 'Photo',
  by: (username: string) => `Photo by ${username}`,
  byIn: (username: string, topic: string) => `Photo by ${username} in ${topic}`,

  video: 'Video, ',
  moves: 'A part of this photo moves',
  /** `done`: from 0 to 1, if it is known. */
  preparing: (done?: number) => (done ? `Preparing… ${Math.floor(100 * done)}%` : 'Preparing…'),
  doesNotPlay: 'Does not play here',
  sound: 'Sound',
};

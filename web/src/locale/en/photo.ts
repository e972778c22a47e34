export const photo = {
  title: 'Photo',
  by: (username: string) => `Photo by ${username}`,
  byIn: (username: string, topic: string) => `Photo by ${username} in ${topic}`,
};

import { whole } from '../intl/language';

export const like = {
  /** @param mine my reaction, if it is another one than a heart */
  button: (count: number, mine: string | null) =>
    `Like, ${whole(count)} so far${mine ? `. You reacted ${mine}` : ''}`,
  react: 'React',
  reactions: 'Reactions',
  chip: (emoji: string, count: number) => `${emoji}, ${whole(count)}`,
  names: { '❤️': 'Love', '😂': 'Haha', '😮': 'Wow', '😢': 'Sad', '👏': 'Bravo', '🔥': 'Fire' },
  /** `{}`: the names of up to three people. */
  likedBy: (more: number) => (more > 0 ? `Liked by {}\u00a0and ${whole(more)} more` : 'Liked by {}'),
  reactedBy: (more: number) => (more > 0 ? `{}\u00a0and ${whole(more)} more` : '{}'),
};

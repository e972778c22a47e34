import { plural, whole } from '../intl/language';

const photos = (count: number) =>
  plural(count, { one: `${whole(count)} photo`, other: `${whole(count)} photos` });

const results = {
  changed: (count: number) => `${photos(count)} changed.`,
  trashed: (count: number) => `${photos(count)} moved to the trash.`,
  restored: (count: number) => `${photos(count)} restored.`,
  deleted: (count: number) => `${photos(count)} deleted for good.`,
  undone: (count: number) => `Undone for ${photos(count)}.`,
};

export const selection = {
  /** The name of the bar. */
  title: 'Selection',
  select: (photo: string) => `Select ${photo}`,
  selected: (count: number) => `${whole(count)} selected`,
  none: 'Nothing selected',
  end: 'End the selection',
  all: 'Select all',
  completing: 'Selecting all …',
  progress: (through: number, all: number) => `${whole(through)} of ${whole(all)}`,

  audience: 'Audience',
  topic: 'Topic',
  topicMeans: 'Leave it empty to take the topic off.',
  tags: 'Tags',
  add: 'Add',
  remove: 'Remove',
  addOrRemove: 'Add or remove tags',
  tagsToAdd: 'Tags to add',
  tagsToRemove: 'Tags to remove',
  noTags: 'These photos have no tags.',
  date: 'Date',
  dateMeans: 'For a camera whose clock was wrong: moves the time when each photo was taken.',
  direction: 'Direction',
  earlier: 'Earlier',
  later: 'Later',
  days: 'Days',
  hours: 'Hours',
  download: 'Download',
  tooManyToDownload: (most: number) => `At most ${whole(most)} photos can be downloaded at once.`,
  trash: 'Move to trash',
  restore: 'Restore',
  deleteForGood: 'Delete for good',
  deleteQuestion: (count: number) => `Delete ${photos(count)} for good?`,
  deleteMeans: 'They cannot be restored, nor can their comments and likes.',
  keep: 'Keep them',
  apply: (count: number) => `Change ${photos(count)}`,

  /** What was done with how many, and how many were not changed, by the reason. */
  result: (deed: keyof typeof results, done: number, failed: [string, number][]) =>
    [
      done || !failed.length ? results[deed](done) : '',
      ...failed.map(([reason, count]) => `${whole(count)} not: ${reason}`),
    ]
      .filter(Boolean)
      .join(' '),

  /** By the code of the problem of one photo. */
  reasons: {
    not_found: 'It is not here any more.',
    in_trash: 'It is in the trash. Restore it before you change it.',
    too_many_tags: 'A photo may have at most 30 tags.',
    impossible_date: 'Its date would be in the future, or before 1826.',
  } as Partial<Record<string, string>>,
};

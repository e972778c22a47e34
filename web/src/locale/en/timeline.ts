import { plural, whole } from '../intl/language';

export const timeline = {
  scrubber: 'Month',
  monthOf: (month: string, count: number) =>
    plural(count, { one: `${month}, 1 photo`, other: `${month}, ${whole(count)} photos` }),
  selectDay: (day: string) => `Select all of ${day}`,
};

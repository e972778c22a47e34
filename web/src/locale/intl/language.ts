/** The language of the page, for Intl. */
export const language = 'en';

const rules = new Intl.PluralRules(language);

/** Chooses the plural form for a count: English has `one` and `other`, other languages have more. */
export const plural = (
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string => forms[rules.select(count)] ?? forms.other;

const numbers = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const oneDecimal = (value: number) => numbers.format(value);

/** "one, two and three" */
export const listed = (items: string[]) =>
  [items.slice(0, -1).join(', '), items.at(-1)].filter(Boolean).join(' and ');

const integers = new Intl.NumberFormat(language);

/** Each count is written like this: "12,345" */
export const whole = (value: number) => integers.format(value);

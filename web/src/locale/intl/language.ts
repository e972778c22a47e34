/** The language that people read here, as Intl knows it. */
export const language = 'en';

const rules = new Intl.PluralRules(language);

/** The form that goes with a count: English tells `one` from `other`, other languages more. */
export const plural = (
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string => forms[rules.select(count)] ?? forms.other;

const numbers = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const oneDecimal = (value: number) => numbers.format(value);

export const topic = {
  label: 'Topic',
  list: 'Topics',
  all: 'All',
  placeholder: 'Choose one or make a new one',
  create: (topic: string) => `Create “${topic}”`,
};

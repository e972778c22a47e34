import { expect, test } from 'vitest';
import { Selection } from './selection.svelte';

let list: string[] = [];
const selection = () => {
  list = ['a', 'b', 'c', 'd', 'e'];
  return new Selection(() => list);
};

test('an item is selected and deselected', () => {
  const some = selection();
  some.toggle('b');
  some.toggle('d');
  some.toggle('b');
  expect(some.chosen).toEqual(['d']);
});

test('a range goes from the last item to this one, in both directions', () => {
  const some = selection();
  some.toggle('d');
  some.extendTo('b');
  expect(some.chosen).toEqual(['b', 'c', 'd']);
  some.extendTo('e');
  expect(some.chosen).toEqual(['b', 'c', 'd', 'e']);
});

test('a range without a beginning is one item', () => {
  const some = selection();
  some.extendTo('c');
  expect(some.chosen).toEqual(['c']);
  some.clear();
  some.extendTo('a');
  expect(some.chosen).toEqual(['a']);
});

test('what leaves the list is not selected any more, and no range begins there', () => {
  const some = selection();
  some.toggle('e');
  some.toggle('b');
  list = ['a', 'c', 'd', 'e'];
  expect(some.chosen).toEqual(['e']);
  some.extendTo('c');
  expect(some.chosen).toEqual(['c', 'e']);
});

test('all items of the list are selected, or these alone', async () => {
  const some = selection();
  some.toggle('b');
  await some.selectAll();
  expect(some.chosen).toEqual(list);
  some.replace(['c']);
  expect(some.chosen).toEqual(['c']);
  expect(some.active).toBe(true);
});

test('what is not loaded yet is selected too, unless the selection ends meanwhile', async () => {
  let loaded = ['a'];
  const some = new Selection(
    () => loaded,
    () => {
      loaded = ['a', 'b', 'c'];
      return Promise.resolve('');
    },
  );
  some.toggle('a');
  await some.selectAll();
  expect(some.chosen).toEqual(['a', 'b', 'c']);
  const all = some.selectAll();
  some.clear();
  await all;
  expect(some.chosen).toEqual([]);
});

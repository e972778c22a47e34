import { expect, test } from 'vitest';
import { pairUp } from './livePhoto';

const names = (...all: string[]) =>
  pairUp(all.map((name) => new File(['x'], name))).map((files) => files.map((file) => file.name));

test('the picture and the video of a Live Photo are one', () => {
  expect(names('IMG_1.HEIC', 'IMG_2.jpg', 'img_1.mov', 'IMG_3.MOV', 'IMG_2.MOV')).toEqual([
    ['IMG_1.HEIC', 'img_1.mov'],
    ['IMG_2.jpg', 'IMG_2.MOV'],
    ['IMG_3.MOV'],
  ]);
});

test('a video belongs to one picture', () => {
  expect(names('IMG_1.HEIC', 'IMG_1.JPG', 'IMG_1.MOV')).toEqual([['IMG_1.HEIC', 'IMG_1.MOV'], ['IMG_1.JPG']]);
});

test('pictures of other folders are others', () => {
  const inFolder = (path: string) =>
    Object.defineProperty(new File(['x'], path.split('/').at(-1)!), 'webkitRelativePath', { value: path });
  expect(pairUp([inFolder('a/1.heic'), inFolder('b/1.mov')])).toHaveLength(2);
});

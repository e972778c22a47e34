import { describe, expect, test } from 'vitest';
import { albumPath, personPath, photoOf, photoPath, placeInside, routeOf, sharedPath } from './routes';

describe('an address', () => {
  test('names its screen', () => {
    expect(routeOf('/')).toEqual({ name: 'home' });
    expect(routeOf('/explore')).toEqual({ name: 'explore' });
    expect(routeOf('/explore/')).toEqual({ name: 'explore' });
    expect(routeOf('/photos/0123abc')).toEqual({ name: 'photo', id: '0123abc' });
    expect(routeOf('/albums')).toEqual({ name: 'albums' });
    expect(routeOf('/albums/0123abc')).toEqual({ name: 'album', id: '0123abc' });
    expect(routeOf('/join/a-b_c')).toEqual({ name: 'join', token: 'a-b_c' });
    expect(routeOf('/people/ann.e')).toEqual({ name: 'person', username: 'ann.e' });
  });

  test('of a link names it, and the photo that is open', () => {
    expect(routeOf('/s/a-b_c')).toEqual({ name: 'shared', token: 'a-b_c', photo: null });
    expect(routeOf(sharedPath('a b', '1'))).toEqual({ name: 'shared', token: 'a b', photo: '1' });
    expect(photoOf(routeOf('/s/a-b_c/1'))).toBe('1');
    expect(photoOf(routeOf('/s/a-b_c'))).toBeNull();
    expect(photoOf(routeOf('/photos/1'))).toBe('1');
    expect(routeOf('/s/a/1/2')).toEqual({ name: 'nowhere' });
  });

  test('that nobody knows leads nowhere', () => {
    expect(routeOf('/photos')).toEqual({ name: 'nowhere' });
    expect(routeOf('/photos/1/2')).toEqual({ name: 'nowhere' });
    expect(routeOf('/constructor')).toEqual({ name: 'nowhere' });
  });

  test('survives what it names', () => {
    expect(routeOf(personPath('zoë/1'))).toEqual({ name: 'person', username: 'zoë/1' });
    expect(routeOf(photoPath('a b'))).toEqual({ name: 'photo', id: 'a b' });
    expect(routeOf(albumPath('a/b'))).toEqual({ name: 'album', id: 'a/b' });
    expect(routeOf('/people/50%')).toEqual({ name: 'person', username: '50%' });
  });
});

describe('after log-in', () => {
  test('people land where they wanted to go', () => {
    expect(placeInside('/photos/1?x=2')).toBe('/photos/1?x=2');
  });

  test('nobody is sent to another site or back to log-in', () => {
    expect(placeInside('//elsewhere.example')).toBe('/');
    expect(placeInside('https://elsewhere.example/')).toBe('/');
    expect(placeInside('/login?next=/login')).toBe('/');
    expect(placeInside(null)).toBe('/');
  });
});

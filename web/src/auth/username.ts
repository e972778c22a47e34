const LONGEST = 50;

/** A username made of the name that somebody goes by; empty if that leaves too little. */
export function usernameFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .slice(0, LONGEST)
    .replace(/^\.|\.$/g, '');
  return plain.length < 3 ? '' : plain;
}

/** Whether the person prefers that nothing moves. */
export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

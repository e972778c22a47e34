import type { Component } from 'svelte';

/** What can be done with the selected photos: a button of the bar. */
export interface Action {
  label: string;
  icon: Component<{ size?: number }>;
  act: () => void;
}

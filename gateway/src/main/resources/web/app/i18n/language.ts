import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Language = 'zh-CN' | 'en';

/** The same words in Chinese and in English, side by side so that neither can be forgotten. */
export type Words = readonly [zh: string, en: string];

const REMEMBERED = 'shouxin.language';
const listeners = new Set<() => void>();

/** The remembered choice; else the first of the browser's languages (its Accept-Language) that we speak; else Chinese. */
function initial(): Language {
  const remembered = localStorage.getItem(REMEMBERED);
  if (remembered === 'zh-CN' || remembered === 'en') return remembered;
  const known = navigator.languages.find(tag => /^(zh|en)\b/i.test(tag));
  return known?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

let current: Language = initial();
document.documentElement.lang = current;

export const language = (): Language => current;

export function speak(chosen: Language): void {
  current = chosen;
  localStorage.setItem(REMEMBERED, chosen);
  document.documentElement.lang = chosen;
  listeners.forEach(listener => listener());
}

/** Redraws its host when the language changes. */
export class FollowsLanguage implements ReactiveController {
  readonly #redraw: () => void;

  constructor(host: ReactiveControllerHost, changed: () => void = () => {}) {
    this.#redraw = () => {
      host.requestUpdate();
      changed();
    };
    host.addController(this);
  }

  hostConnected(): void {
    listeners.add(this.#redraw);
  }

  hostDisconnected(): void {
    listeners.delete(this.#redraw);
  }
}

export const say = (words: Words): string => words[current === 'zh-CN' ? 0 : 1];

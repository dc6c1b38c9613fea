import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Language = 'zh-CN' | 'en';

/** The same words in Chinese and in English, side by side so that neither can be forgotten. */
export type Words = readonly [zh: string, en: string];

const REMEMBERED = 'shouxin.language';
const languageListeners = new Set<() => void>();
const drawListeners = new Set<() => void>();

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
  languageListeners.forEach(listener => listener());
  redraw();
}

/** Draws every component again: words have come that were not there before. */
export const redraw = (): void => drawListeners.forEach(listener => listener());

/** Redraws its host when words change, and tells it when the language does. */
export class FollowsLanguage implements ReactiveController {
  readonly #draw: () => void;

  constructor(
    host: ReactiveControllerHost,
    private readonly changed: () => void = () => {},
  ) {
    this.#draw = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected(): void {
    drawListeners.add(this.#draw);
    languageListeners.add(this.changed);
  }

  hostDisconnected(): void {
    drawListeners.delete(this.#draw);
    languageListeners.delete(this.changed);
  }
}

export const say = (words: Words): string => words[current === 'zh-CN' ? 0 : 1];

import { element } from '../element.ts';
import type { SavedView, savedTopics } from './saved-view.ts';

const TYPING_PAUSE_MS = 120;
const form = element<HTMLFormElement>('#saved-filters');
const topic = element<HTMLSelectElement>('#saved-topic');

/** What the reader asks for. */
export function currentView(): SavedView {
  const fields = new FormData(form);
  const value = (name: string) => String(fields.get(name) ?? '');
  return {
    text: value('text'),
    topic: value('topic'),
    state: value('state') as SavedView['state'],
    order: value('order') as SavedView['order'],
  };
}

/** Shows or hides the filters, with the topics that there are; the chosen one stays among them. */
export function showFilters(isShown: boolean, topics: ReturnType<typeof savedTopics>): void {
  form.hidden = !isShown;
  const options = topics.map(({ id, label, count }) => new Option(`${label} (${count})`, id));
  const before = [...topic.options].slice(1).map(({ text, value }) => value + text);
  // A list that is open would close.
  if (before.join() === options.map(({ text, value }) => value + text).join()) return;
  const chosen = topic.value;
  topic.replaceChildren(topic.options[0]!, ...options);
  topic.value = topics.some(({ id }) => id === chosen) ? chosen : '';
}

/** Calls back when the reader asks for something else. */
export function onViewChange(notify: () => void): void {
  let typing: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(notify, TYPING_PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
}

import { formatDate } from '../../format.ts';
import type { TitleEntry } from '../../map/map-data.ts';

/** What a card says of a paper, and where: CSS pixels of the stage. */
export interface CardContent {
  readonly entry: TitleEntry;
  readonly topic: string;
  readonly address: string;
  readonly x: number;
  readonly y: number;
}

const MARGIN = 14;

/** The card beside the paper in the reader's hand: its title as a link, topic and date. */
export class MapCard {
  readonly #card = document.createElement('div');
  readonly #link = document.createElement('a');
  readonly #facts = document.createElement('p');
  readonly #stage: HTMLElement;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#card.className = 'map-card';
    this.#card.hidden = true;
    // By keyboard Enter opens the paper; a stop of Tab that comes and goes would be in the way.
    this.#link.tabIndex = -1;
    this.#card.append(this.#link, this.#facts);
    stage.append(this.#card);
  }

  /** Shows it; one that a mouse shows lets the mouse through, one that a finger shows can be tapped. */
  show({ entry: [title, , date], topic, address, x, y }: CardContent, isPinned: boolean): void {
    this.#link.textContent = title;
    this.#link.href = address;
    this.#facts.textContent = date === '' ? topic : `${topic} · ${formatDate(date)}`;
    this.#card.classList.toggle('is-pinned', isPinned);
    this.#card.hidden = false;
    const { clientWidth, clientHeight } = this.#stage;
    const { offsetWidth, offsetHeight } = this.#card;
    const left = Math.max(0, Math.min(clientWidth - offsetWidth, x - offsetWidth / 2));
    const isBelow = y - MARGIN - offsetHeight < 0 && y + MARGIN + offsetHeight < clientHeight + 60;
    const top = isBelow ? y + MARGIN : y - MARGIN - offsetHeight;
    this.#card.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }

  hide(): void {
    this.#card.hidden = true;
  }
}

import type { MapData } from '../../map/map-data.ts';
import { element } from '../element.ts';
import { MapCard } from './map-card.ts';
import { onColorChange } from './map-colors.ts';
import type { NameWish } from './map-names.ts';
import type { MapPapers } from './map-papers.ts';
import { MapPicture } from './map-picture.ts';
import { MapTitles } from './map-titles.ts';
import { MapView } from './map-view.ts';

/** So few papers on the screen are named there. */
const NAMED_PAPERS = 48;
/** Letters of such a name. */
const LONGEST_NAME = 46;

/** The map that one can move, on top of its drawing: what hands, keys and filters act on. */
export class CollectionCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly papers: MapPapers;
  readonly titles: MapTitles;
  readonly view: MapView;
  readonly picture: MapPicture;
  /** The paper in the reader's hand; -1 for none. */
  chosen = -1;
  #lit: Uint8Array | null = null;
  #isAwaited = false;
  #isPinned = false;
  readonly #data: MapData;
  readonly #card: MapCard;
  readonly #voice = element<HTMLElement>('.map-voice');

  constructor(stage: HTMLElement, canvas: HTMLCanvasElement, data: MapData, papers: MapPapers) {
    this.canvas = canvas;
    this.#data = data;
    this.papers = papers;
    this.titles = new MapTitles(data);
    const mostZoom = Math.max(12, Math.sqrt(papers.count) / 2);
    this.view = new MapView(this.canvas, data.width, mostZoom, () => this.refresh());
    this.picture = new MapPicture(this.canvas, stage, data, papers);
    this.#card = new MapCard(stage);
    new ResizeObserver(() => this.#resize()).observe(this.canvas);
    this.#resize();
    onColorChange(() => {
      this.picture.recolor();
      this.refresh();
    });
  }

  /** Whether a paper is meant by search and filters. */
  readonly isMeant = (paper: number): boolean => this.#lit === null || this.#lit[paper] === 1;

  /** Paints anew with the next frame. */
  refresh(): void {
    if (this.#isAwaited) return;
    this.#isAwaited = true;
    requestAnimationFrame(() => {
      this.#isAwaited = false;
      this.picture.paint(this.view, {
        lit: this.#lit,
        chosen: this.chosen,
        titles: this.#titlesInView(),
      });
      this.#placeCard();
    });
  }

  /** Lights up papers; null for all. */
  light(lit: Uint8Array | null): void {
    this.#lit = lit;
    if (this.chosen >= 0 && !this.isMeant(this.chosen)) this.choose(-1, 'mouse');
    this.refresh();
  }

  /** Takes a paper into the hand, or none by -1; what a keyboard chooses is brought into view and told. */
  choose(paper: number, by: 'mouse' | 'finger' | 'keyboard'): void {
    this.chosen = paper;
    this.#isPinned = by !== 'mouse';
    this.#card.hide();
    this.canvas.classList.toggle('has-chosen', paper >= 0);
    if (paper >= 0) void this.#tell(paper, by);
    this.refresh();
  }

  /** Opens the page of the paper in the hand. */
  async open(inNewTab = false): Promise<void> {
    if (this.chosen < 0) return;
    const address = this.titles.address(await this.titles.of(this.chosen));
    if (inNewTab) window.open(address, '_blank', 'noopener');
    else location.assign(address);
  }

  async #tell(paper: number, by: 'mouse' | 'finger' | 'keyboard'): Promise<void> {
    const entry = await this.titles.of(paper).catch(() => null);
    if (paper !== this.chosen || entry === null) return;
    this.#placeCard();
    if (by === 'mouse') return;
    const topic = this.#data.topics[this.papers.topic[paper]!]!.label;
    this.#voice.textContent = [entry[0], topic, entry[2]].filter(Boolean).join('. ');
  }

  #placeCard(): void {
    const entry = this.chosen < 0 ? undefined : this.titles.known(this.chosen);
    if (entry === undefined) {
      this.#card.hide();
      return;
    }
    const { scale, left, top } = this.view;
    const content = {
      entry,
      topic: this.#data.topics[this.papers.topic[this.chosen]!]!.label,
      address: this.titles.address(entry),
      x: this.papers.x[this.chosen]! * scale + left,
      y: this.papers.y[this.chosen]! * scale + top,
    };
    this.#card.show(content, this.#isPinned);
  }

  /** Titles of what is seen, once that is little; those that are not here yet come in a later frame. */
  #titlesInView(): NameWish[] {
    if (this.view.zoom < 3) return [];
    const seen = this.papers.index.within(this.view.box()).filter(this.isMeant);
    if (seen.length > NAMED_PAPERS) return [];
    return seen.flatMap((paper) => {
      const entry = this.titles.known(paper);
      if (entry === undefined) {
        this.titles.of(paper).then(
          () => this.refresh(),
          () => undefined,
        );
        return [];
      }
      const [title] = entry;
      const text = title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME - 1)}…` : title;
      return [{ text, x: this.papers.x[paper]!, y: this.papers.y[paper]!, kind: 'paper' as const }];
    });
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0) return;
    this.picture.resize(clientWidth, clientHeight);
    this.view.resize(clientWidth, clientHeight);
  }
}

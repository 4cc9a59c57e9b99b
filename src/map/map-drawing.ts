import { type MapFrame, frameMap, type Place } from './map-frame.ts';
import { type PlacedLabel, placeLabels } from './map-labels.ts';
import { marksPath, MOST_MARKS, thinPlaces } from './map-marks.ts';
import { drawRegion, type MapRegion } from './map-regions.ts';
import type { PaperPage, Site } from '../site-data.ts';

/** A topic as it is drawn. */
export interface DrawnTopic {
  readonly id: string;
  /** 0 to 9. */
  readonly color: number;
  /** Path of a dot a paper. */
  readonly marks: string;
  readonly region: MapRegion;
  /** Null where there is no room for it. */
  readonly label: PlacedLabel | null;
}

/** An area as it is drawn. */
export interface DrawnArea {
  readonly id: string;
  readonly region: MapRegion;
  readonly label: PlacedLabel | null;
}

/** All that maps of a collection show, in units of one frame. */
export interface MapDrawing {
  readonly frame: MapFrame;
  /** Outline of all papers together, light enough for every page. */
  readonly outline: string;
  readonly topics: ReadonlyMap<string, DrawnTopic>;
  readonly areas: ReadonlyMap<string, DrawnArea>;
}

/** Size of an area's name beside that of a topic; styles/map.css has the same. */
const AREA_LABEL_SCALE = 1.25;

const TOPIC_REGION = { bandwidth: 11, level: 0.14, leastIsland: 0.12 };
const AREA_REGION = { bandwidth: 40, level: 0.25, leastIsland: 0.12 };
const OUTLINE = { bandwidth: 14, level: 0.015, leastIsland: 0 };

/** Draws the map of a collection: once for all pages, since they differ in what they leave out. */
export function drawMap(
  site: Pick<Site, 'topics' | 'areas'>,
  papers: readonly Pick<PaperPage, 'topic' | 'position'>[],
): MapDrawing {
  const frame = frameMap(papers.map(({ position }) => position));
  const placesOf = new Map(site.topics.map(({ id }) => [id, [] as Place[]]));
  for (const { topic, position } of papers)
    placesOf.get(topic)?.push(wholePlace(frame.place(position)));
  const groups = site.topics.map(({ id }) => placesOf.get(id)!);
  const marks = thinPlaces(groups, MOST_MARKS).map(marksPath);
  const regions = groups.map((group) => drawRegion(group, frame, TOPIC_REGION));
  const areaRegions = site.areas.map(({ topics }) =>
    drawRegion(
      topics.flatMap((id) => placesOf.get(id)!),
      frame,
      AREA_REGION,
    ),
  );
  const labels = labelAll(site, regions, areaRegions, frame);
  return {
    frame,
    outline: drawRegion(groups.flat(), frame, OUTLINE).outline,
    topics: new Map(
      site.topics.map(({ id, mark }, index) => [
        id,
        {
          id,
          color: mark.color,
          marks: marks[index]!,
          region: regions[index]!,
          label: labels.topics[index]!,
        },
      ]),
    ),
    areas: new Map(
      site.areas.map(({ id }, index) => [
        id,
        { id, region: areaRegions[index]!, label: labels.areas[index]! },
      ]),
    ),
  };
}

/** Names of areas first, then those of topics, the largest first. */
function labelAll(
  { topics, areas }: Pick<Site, 'topics' | 'areas'>,
  regions: readonly MapRegion[],
  areaRegions: readonly MapRegion[],
  frame: MapFrame,
): { topics: (PlacedLabel | null)[]; areas: (PlacedLabel | null)[] } {
  const bySize = topics
    .map((_, index) => index)
    .sort((a, b) => topics[b]!.papers.length - topics[a]!.papers.length || a - b);
  const requests = [
    ...areas.map(({ label }, index) => ({
      text: label,
      at: areaRegions[index]!.peak,
      scale: AREA_LABEL_SCALE,
    })),
    ...bySize.map((index) => ({ text: topics[index]!.label, at: regions[index]!.peak, scale: 1 })),
  ];
  const placed = placeLabels(requests, frame);
  const ofTopics: (PlacedLabel | null)[] = topics.map(() => null);
  for (const [rank, index] of bySize.entries()) ofTopics[index] = placed[areas.length + rank]!;
  return { topics: ofTopics, areas: placed.slice(0, areas.length) };
}

/** Digits behind the point would double the size of a drawing and show on no screen. */
function wholePlace([x, y]: Place): Place {
  return [Math.round(x), Math.round(y)];
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { inlineToText } from '../../src/core/paper/inline.ts';
import { parseInline } from '../../src/core/paper/parse-inline.ts';
import { type ApiPaper, type ApiTopic, listFiles, readJsonLines } from './site-files.ts';

const { folder, content } = inject('site');
const papers = await readJsonLines<ApiPaper>(join(folder, 'api/papers-1.jsonl'));
const topics = JSON.parse(await readFile(join(folder, 'api/topics.json'), 'utf8')) as ApiTopic[];
const index: unknown = JSON.parse(await readFile(join(folder, 'api/index.json'), 'utf8'));

describe('api/index.json', () => {
  it('counts 462 records and 457 papers and names the other files', () => {
    expect(index).toMatchObject({
      counts: {
        records: 462,
        papers: 457,
        merged: 5,
        topics: topics.length,
        areas: 0,
        digests: 3,
        skipped: { files: 0, records: 0 },
      },
      files: {
        papers: ['papers-1.jsonl'],
        topics: 'topics.json',
        areas: 'areas.json',
        disagreements: 'disagreements.jsonl',
      },
      skipped: [],
    });
  });
});

describe('api/papers-1.jsonl', () => {
  it('has every documented field of every paper and no other', () => {
    const fields =
      'id url title abstract summary note authors authorCount organization published listed arxivId arxivVersion doi venue categories keywords upvotes comments links heading topic isMoved why position related sources';
    expect(papers).toHaveLength(457);
    for (const paper of papers) expect(Object.keys(paper).join(' ')).toBe(fields);
  });

  it('names a page for each paper', async () => {
    const files = new Set(await listFiles(folder));
    for (const { url } of papers) expect(files).toContain(`${url.slice(1)}index.html`);
  });

  it('names lines that hold the title and the abstract again', async () => {
    for (const { title, abstract, sources } of papers) {
      for (const { digest, line, endLine } of sources) {
        const text = await readFile(join(content, 'digests', digest), 'utf8');
        const lines = text
          .split('\n')
          .slice(line - 1, endLine)
          .map((raw) => inlineToText(parseInline(raw)));
        expect(lines).toContainEqual(abstract);
        expect(lines[0]).toContain(title);
      }
    }
  });

  it('invents nothing: what the digests do not say is null', () => {
    for (const { authors, arxivId, doi, upvotes } of papers) {
      expect([authors, arxivId, doi, upvotes]).toEqual([null, null, null, null]);
    }
    expect(papers.filter(({ published }) => published !== null)).toHaveLength(28);
    expect(papers.filter(({ authorCount }) => authorCount !== null)).toHaveLength(27);
    expect(papers.filter(({ organization }) => organization !== null)).toHaveLength(1);
  });

  it('relates papers to others of the collection, nearest first, at most eight', () => {
    const ids = new Set(papers.map(({ id }) => id));
    for (const { id, related } of papers) {
      expect(related.length).toBeLessThanOrEqual(8);
      expect(related.map((other) => other.id)).not.toContain(id);
      expect(related.every((other) => ids.has(other.id))).toBe(true);
      const scores = related.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  it('names the terms that related papers share, by a share that is no more than the score', () => {
    for (const { score, shared } of papers.flatMap(({ related }) => related)) {
      const shares = shared.map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(score + 1e-5);
    }
  });

  it('says why each paper stands in its topic: the shares add up to the similarity', () => {
    const explained = papers.flatMap(({ why, topic }) => (why === null ? [] : [{ why, topic }]));
    expect(explained.length).toBeGreaterThan(450);
    for (const { why, topic } of explained) {
      const sum = why.terms.reduce((part, { share }) => part + share, why.rest);
      expect(sum).toBeCloseTo(why.similarity, 6);
      expect(why.runnerUp?.topic).not.toBe(topic);
    }
  });

  it('places every paper on the map', () => {
    for (const { position } of papers) {
      expect(position).toHaveLength(2);
      for (const at of position) expect(at >= 0 && at <= 1).toBe(true);
    }
  });
});

describe('api/topics.json', () => {
  it('puts every paper into one topic, its own', () => {
    const listed = topics.flatMap((topic) => topic.papers.map((id) => [id, topic.id] as const));
    expect(new Map(listed)).toEqual(new Map(papers.map(({ id, topic }) => [id, topic])));
    expect(listed).toHaveLength(papers.length);
    for (const { papers: members, size } of topics) expect(size).toBe(members.length);
  });

  it('has every documented field and no other', () => {
    const fields =
      'id url label area terms mark stability introduction size representatives papers';
    for (const topic of topics) expect(Object.keys(topic).join(' ')).toBe(fields);
  });

  it('names up to three different papers of a topic as representatives', () => {
    for (const { representatives, papers: members } of topics) {
      expect(new Set(representatives).size).toBe(representatives.length);
      expect([1, 2, 3]).toContain(representatives.length);
      for (const id of representatives) expect(members).toContain(id);
    }
  });

  it('labels no two topics alike, and none with a word of every abstract', () => {
    expect(new Set(topics.map(({ label }) => label.toLowerCase())).size).toBe(topics.length);
    for (const { label } of topics) {
      expect(label).toMatch(/^\p{Lu}[\p{L}\p{N} ,-]+$/u);
      expect(label).not.toMatch(
        /\b(?:propose|novel|methods?|results?|paper|approach|the|of|we)\b/i,
      );
    }
  });
});

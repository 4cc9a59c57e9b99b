import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DigestError } from '../../../../src/core/digest/digest-error.ts';
import type { DigestNotes } from '../../../../src/core/digest/digest.ts';
import { readDigest } from '../../../../src/core/digest/read-digest.ts';
import { ABSTRACT } from '../seeds.ts';
import { base64, HEADERS, LISTING, mail, multipart, utf8 } from './mails.ts';

const read = (bytes: Uint8Array, notes: DigestNotes | null = null, name = 'letter.eml') =>
  readDigest(name, bytes, notes);

async function errorOf(bytes: Uint8Array): Promise<DigestError> {
  const error: unknown = await read(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof DigestError)) throw error;
  return error;
}

const titlesOf = async (bytes: Uint8Array) => (await read(bytes)).records.map(({ title }) => title);
const BOTH = ['A Paper', 'Another Paper'];
const PLAIN = 'Content-Type: text/plain; charset=utf-8';

describe('readDigest(name, bytes, notes) on an e-mail', () => {
  it('takes title and date from the message, the day as its sender wrote it', async () => {
    const { shape, title, date, certainty } = await read(mail([], LISTING));
    expect([shape, title, date]).toEqual([
      'hugging-face-compact',
      'Papers of the day',
      '2023-06-09',
    ]);
    expect(certainty).toBe(0.6);
  });

  it('lets notes and the name of the file speak first', async () => {
    const notes = { title: 'Mine', date: null, curator: 'Ada' };
    expect(await read(mail([], LISTING), notes, '2026-03-25-a.eml')).toMatchObject({
      title: 'Mine',
      date: '2026-03-25',
      curator: 'Ada',
    });
  });

  it.each([
    ['9 Jun 23 00:44:20 GMT', '2023-06-09'],
    ['Mon, 1 Feb 99 10:00:00 +0100', '1999-02-01'],
    ['31 Feb 2023 10:00:00 GMT', null],
    ['yesterday', null],
  ])('reads the date %j as %j', async (written, date) => {
    const headers = `Subject: A\nDate: ${written}\nFrom: a@example.org`;
    expect((await read(Buffer.from(`${headers}\n\n${LISTING}`))).date).toBe(date);
  });

  it.each(['\n', '\r\n'])('names the lines of the file that hold a title, by %j', async (end) => {
    const bytes = mail([PLAIN, 'Content-Transfer-Encoding: 8bit'], utf8(`Grüße\n${LISTING}`), end);
    const lines = Buffer.from(bytes).toString().split(/\r?\n/);
    const { records } = await read(mail([PLAIN], LISTING, end));
    expect(records).toHaveLength(2);
    expect((await errorOf(bytes)).problems.map(({ line }) => lines[line - 1])).toEqual(['Grüße']);
    for (const { line, endLine, title } of records) {
      const own = Buffer.from(mail([PLAIN], LISTING, end))
        .toString()
        .split(/\r?\n/);
      expect(own.slice(line - 1, endLine)).toEqual([title, ABSTRACT]);
    }
  });

  it('reads base64 and names the whole message', async () => {
    const bytes = mail([PLAIN, 'Content-Transfer-Encoding: base64'], base64(LISTING));
    const count = Buffer.from(bytes).toString().split('\n').length;
    const { records } = await read(bytes);
    expect(records.map(({ title, line, endLine }) => [title, line, endLine])).toEqual(
      BOTH.map((title) => [title, 1, count]),
    );
  });

  it('refuses base64 in more pieces than memory holds', async () => {
    const bytes = mail([PLAIN, 'Content-Transfer-Encoding: base64'], 'ab!='.repeat(500_001));
    const error: unknown = await read(bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ problems: [{ line: 1, got: 'more “=” in it' }] });
  });

  it('gives records no more than those of other files have, wherever their lines are', async () => {
    const [plain] = (await read(mail([PLAIN], LISTING))).records;
    const encoded = mail([PLAIN, 'Content-Transfer-Encoding: base64'], base64(LISTING));
    const [record] = (await read(encoded)).records;
    expect(Object.keys(record!).sort()).toEqual(Object.keys(plain!).sort());
  });

  it('joins the lines that quoted-printable broke, and reads its characters', async () => {
    const quoted = LISTING.replace('A Paper', 'A Paper on K=C3=A4hler =3D Manifolds').replace(
      / and each of them/g,
      '=\n and each of them',
    );
    const bytes = mail([PLAIN, 'Content-Transfer-Encoding: quoted-printable'], quoted);
    expect(await titlesOf(bytes)).toEqual(['A Paper on Kähler = Manifolds', 'Another Paper']);
  });

  it.each([
    ['iso-8859-1', 'K\xe4hler'],
    ['windows-1252', 'K\xe4hler'],
    ['utf-8', utf8('Kähler')],
  ])('reads 8bit in %s, and finds its lines', async (charset, written) => {
    const headers = [
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: 8bit',
    ];
    const { records } = await read(mail(headers, LISTING.replace('A Paper', `A ${written} Paper`)));
    expect(records[0]).toMatchObject({ title: 'A Kähler Paper', line: 11, endLine: 12 });
  });

  it('reads attachments beside the plain text, whether that is a digest or not', async () => {
    const attached = LISTING.replaceAll('Paper', 'Attached Paper');
    const parts = (text: string) =>
      mail(
        ...multipart(
          'mixed',
          [PLAIN, text],
          ['Content-Type: image/png\nContent-Transfer-Encoding: base64', base64('\x89PNG\r\n')],
          ['Content-Type: application/zip\nContent-Disposition: attachment', 'PK\x03\x04'],
          ['Content-Type: text/markdown\nContent-Disposition: attachment', attached],
        ),
      );
    const both = ['A Attached Paper', 'Another Attached Paper'];
    expect(await titlesOf(parts(LISTING))).toEqual([...BOTH, ...both]);
    expect(await titlesOf(parts('See below.'))).toEqual(both);
  });

  it('warns of an attached text that is no digest, beside one that is', async () => {
    const attachment =
      'Content-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"';
    const bytes = mail(...multipart('mixed', [PLAIN, LISTING], [attachment, 'Dear diary']));
    const { records, warnings } = await read(bytes);
    expect(records).toHaveLength(2);
    expect(warnings?.map(({ line, got }) => [line, got])).toEqual([[1, '“a.txt”']]);
  });

  it('reads a digest that a reply quotes, on its lines of the file', async () => {
    const quoted = `On Friday you wrote:\n\n${LISTING.replace(/^/gm, '> ')}`;
    const bytes = mail([PLAIN], quoted);
    const lines = Buffer.from(bytes).toString().split('\n');
    const { problems, rest } = await errorOf(bytes);
    // What stands above the quotation is of the digest as any other line.
    expect(problems.map(({ line }) => lines[line - 1])).toEqual(['On Friday you wrote:']);
    expect(rest?.records.map(({ line }) => lines[line - 1])).toEqual(BOTH.map((it) => `> ${it}`));
  });

  it('takes another part where the plain text is no digest', async () => {
    const parts = multipart(
      'alternative',
      [PLAIN, 'Your mail program shows no HTML.'],
      ['Content-Type: text/html', LISTING],
    );
    expect(await titlesOf(mail(...parts))).toEqual(BOTH);
  });

  it('reads all messages that are attached, with their own days', async () => {
    const inner = (word: string) =>
      [
        'Content-Type: message/rfc822',
        `${HEADERS.join('\n')}\n\n${LISTING.replaceAll('Paper', word)}`,
      ] as const;
    const parts = multipart('mixed', [PLAIN, 'Two letters.'], inner('Letter'), inner('Mail'));
    expect(await titlesOf(mail(...parts))).toEqual([
      'A Letter',
      'Another Letter',
      'A Mail',
      'Another Mail',
    ]);
  });

  it('names a message without a digest, and what it had', async () => {
    const { problems, rest } = await errorOf(mail([], 'Dear diary'));
    expect(rest).toBeNull();
    expect(problems).toMatchObject([
      { line: 1, got: 'the message “Papers of the day” with plain text of none' },
    ]);
  });

  it('leaves text alone that only begins with a name and a colon', async () => {
    const text = `Title: A\nDate: today\n\n${LISTING}`;
    expect((await errorOf(Buffer.from(text))).problems.length).toBeGreaterThan(0);
    expect((await read(Buffer.from(LISTING))).title).toBeNull();
  });

  it.each([
    ['parts', multipart('mixed', ...Array.from({ length: 200 }, () => [PLAIN, 'x'] as const))],
    [
      'messages in messages',
      [['Content-Type: message/rfc822'], 'Content-Type: message/rfc822\n\n'.repeat(50)] as [
        string[],
        string,
      ],
    ],
    ['headers', [[`X-Long: ${'x'.repeat(2_000_000)}`], LISTING] as [string[], string]],
    [
      'lines in messages that are attached',
      multipart(
        'mixed',
        ...Array.from({ length: 3 }, () => {
          const headers = 'Content-Type: message/rfc822\nContent-Transfer-Encoding: base64';
          return [headers, base64(`Subject: A\n\n${'\n'.repeat(900_000)}`)] as const;
        }),
      ),
    ],
    ['lines', [[], '\n'.repeat(1_000_001)] as [string[], string]],
  ])('refuses too many %s', async (_, [headers, body]) => {
    const { problems } = await errorOf(mail(headers, body));
    expect(problems[0]?.expected).toMatch(/^an? (?:message|e-mail or mailbox) of at most /);
  });
});

describe('readDigest(name, bytes, notes) on a mailbox', () => {
  const message = (day: string, text: string, subject = 'Papers') =>
    `From daily@example.org Fri Jun  9 00:44:20 2023\nSubject: ${subject}\nDate: ${day}\n\n${text}\n\n`;
  const other = LISTING.replaceAll('Paper', 'Result');

  it('makes one digest of all messages, each with its day and its lines', async () => {
    const box =
      message('9 Jun 2023 01:00:00 GMT', LISTING) + message('10 Jun 2023 01:00:00 GMT', other);
    const { title, date, records } = await read(Buffer.from(box));
    expect([title, date]).toEqual(['Papers', '2023-06-10']);
    const lines = box.split('\n');
    expect(records.map(({ line }) => lines[line - 1])).toEqual(
      records.map(({ title: own }) => own),
    );
    expect(records.map(({ listed }) => listed)).toEqual([
      '2023-06-09',
      '2023-06-09',
      '2023-06-10',
      '2023-06-10',
    ]);
  });

  it('has the title that all subjects share, or none', async () => {
    const box = message('9 Jun 2023', LISTING, 'One') + message('9 Jun 2023', other, 'Two');
    expect((await read(Buffer.from(box))).title).toBeNull();
  });

  it('names each message without a digest at its line, and keeps the rest', async () => {
    const box = message('9 Jun 2023', LISTING) + message('9 Jun 2023', 'Lunch?', 'Lunch');
    const { problems, rest } = await errorOf(Buffer.from(box));
    expect(problems.map(({ line }) => box.split('\n')[line - 1])).toEqual(['Subject: Lunch']);
    expect(rest?.records).toHaveLength(2);
  });

  it('takes no sentence for a message, and undoes the quoting of one that looks like it', async () => {
    const title = 'From Here to 10:30 and Back';
    const box = message('9 Jun 2023', LISTING.replace('A Paper', `>${title}`));
    expect(await titlesOf(Buffer.from(box))).toEqual([title, 'Another Paper']);
  });

  it('refuses more messages than anyone picked', async () => {
    const box = Buffer.from(message('9 Jun 2023', 'x').repeat(10_001));
    expect((await errorOf(box)).problems[0]).toMatchObject({
      line: 1,
      got: 'more than 10,000 messages',
    });
  });
});

describe('readDigest(name, bytes, notes) on damaged e-mails', () => {
  const bytes = mail(
    ...multipart(
      'mixed',
      [PLAIN, LISTING],
      [`${PLAIN}\nContent-Transfer-Encoding: base64`, base64(LISTING)],
    ),
  );
  const edit = fc.record({
    at: fc.nat(bytes.length - 1),
    remove: fc.nat(200),
    insert: fc.oneof(
      fc.constantFrom(
        '\n\n',
        '--part\n',
        '--part--\n',
        'Content-Type: message/rfc822\n',
        'From a@b 10:00\n',
        '=?',
        '\0',
      ),
      fc.string({ maxLength: 20 }),
    ),
  });

  it('throws nothing but DigestError, and never makes a header or a bound a title', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const damaged = edits.reduce(
          (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
          Buffer.from(bytes).toString('latin1'),
        );
        const result: unknown = await read(Buffer.from(damaged, 'latin1')).catch(
          (error: unknown) => error,
        );
        if (result instanceof Error) {
          expect(result).toBeInstanceOf(DigestError);
          return;
        }
        const { records } = result as Awaited<ReturnType<typeof read>>;
        for (const { title, line, endLine } of records) {
          expect(title).not.toMatch(/^(?:--part|[A-Z][\w-]+:\s|https?:)/);
          expect(line).toBeGreaterThan(0);
          expect(endLine).toBeGreaterThanOrEqual(line);
          expect(endLine).toBeLessThanOrEqual(damaged.split('\n').length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

import { ABSTRACT } from '../seeds.ts';

/** Headers of a message, without the line that ends them. */
export const HEADERS = [
  'Return-Path: <daily@example.org>',
  'Received: from mail.example.org',
  '\tby mx.example.org; Fri, 9 Jun 2023 00:44:21 +0000',
  'From: Daily Papers <daily@example.org>',
  'Date: Fri, 9 Jun 2023 23:44:20 -0500',
  'Subject: Fwd: Papers of the day',
  'MIME-Version: 1.0',
];

/** A digest of two papers in the compact shape, its lines of a length that e-mail allows. */
export const LISTING = ['A Paper', ABSTRACT, 'Another Paper', ABSTRACT].join('\n');

/** A message of these headers and this body, as bytes; a string's characters are bytes. */
export function mail(headers: readonly string[], body: string, lineEnd = '\n'): Uint8Array {
  return Buffer.from(
    [...HEADERS, ...headers, '', body].join('\n').replaceAll('\n', lineEnd),
    'latin1',
  );
}

/** The bytes of a text in UTF-8, one a character. */
export const utf8 = (text: string) => Buffer.from(text).toString('latin1');

/** A text in base64, in lines of 76 characters. */
export const base64 = (text: string) =>
  Buffer.from(text, 'latin1').toString('base64').replace(/.{76}/g, '$&\n');

/** The headers and the body of a message of several parts, each with its headers. */
export function multipart(
  kind: string,
  ...parts: readonly (readonly [string, string])[]
): [string[], string] {
  const body = parts.map(([headers, text]) => `--part\n${headers}\n\n${text}\n`).join('');
  return [[`Content-Type: multipart/${kind}; boundary="part"`], `${body}--part--\n`];
}

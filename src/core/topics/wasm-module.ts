// As much of a WebAssembly assembler as the kernels need: https://webassembly.github.io/spec/core/binary/

/** Instructions as their bytes, nested as they were composed. */
export type Code = readonly (number | Code)[];

/** A function without result: the numbers of its i32 parameters and of its locals by type. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** i32 locals, numbered on from the parameters, then v128 ones. */
  readonly integers: number;
  readonly vectors: number;
  readonly code: Code;
}

/** Pages of 64 KiB that 32 bits address: what a shared memory may grow to must be given. */
export const MOST_PAGES = 65_536;

const I32 = 0x7f;
const V128 = 0x7b;

/** An integer as signed LEB128. */
function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

/** A natural number as LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

export const get = (local: number): Code => [0x20, unsigned(local)];
export const set = (local: number, value: Code): Code => [value, 0x21, unsigned(local)];
export const integer = (value: number): Code => [0x41, signed(value)];
export const add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [a, b, 0x6b];
export const shiftLeft = (a: Code, bits: number): Code => [a, integer(bits), 0x74];
export const loadInteger = (at: Code, offset = 0): Code => [at, 0x28, 2, unsigned(offset)];

/** Adds to a local. */
export const advance = (local: number, step: Code): Code => set(local, add(get(local), step));

/** Runs code as often as a local says, at least once, and counts that local down to 0. */
export const repeat = (counter: number, code: Code): Code => [
  [0x03, 0x40, code],
  [get(counter), integer(1), 0x6b, 0x22, unsigned(counter), 0x0d, 0, 0x0b],
];

/** Runs code unless a local is 0. */
export const unlessZero = (local: number, code: Code): Code => [get(local), 0x04, 0x40, code, 0x0b];

const simd = (opcode: number): Code => [0xfd, unsigned(opcode)];

/** Vectors of four 32-bit floats; offsets in bytes. */
export const vectorZeros: Code = [simd(0x0c), Array<number>(16).fill(0)];
export const loadVector = (at: Code, offset = 0): Code => [at, simd(0x00), 2, unsigned(offset)];
/** The float at an address, four times. */
export const loadSplat = (at: Code): Code => [at, simd(0x09), 2, 0];
export const storeVector = (at: Code, offset: number, value: Code): Code => [
  [at, value, simd(0x0b), 2, unsigned(offset)],
];
export const addVectors = (a: Code, b: Code): Code => [a, b, simd(0xe4)];
export const multiplyVectors = (a: Code, b: Code): Code => [a, b, simd(0xe6)];

/** The bytes of a module that exports functions, which work in the `memory` that `env` imports: a shared one. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    0x60,
    vector(Array<Code>(parameters).fill([I32])),
    vector([]),
  ]);
  const exports = functions.map(({ name }, index) => [text(name), 0, unsigned(index)]);
  const memory: Code = [text('env'), text('memory'), [0x02, 0x03, 0, unsigned(MOST_PAGES)]];
  const bodies = functions.map(({ integers, vectors, code }) =>
    sized([
      vector([
        [unsigned(integers), I32],
        [unsigned(vectors), V128],
      ]),
      code,
      0x0b,
    ]),
  );
  const bytes: Code = [
    [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, vector(types)),
    section(2, vector([memory])),
    section(3, vector(functions.map((_, index) => unsigned(index)))),
    section(7, vector(exports)),
    section(10, vector(bodies)),
  ];
  return Uint8Array.from(flatten(bytes));
}

const flatten = (code: Code): number[] =>
  code.flatMap((part) => (typeof part === 'number' ? [part] : flatten(part)));
const sized = (code: Code): Code => {
  const bytes = flatten(code);
  return [unsigned(bytes.length), bytes];
};
const vector = (items: readonly Code[]): Code => [unsigned(items.length), ...items];
const section = (id: number, content: Code): Code => [id, sized(content)];
const text = (name: string): Code => sized([...name].map((char) => char.charCodeAt(0)));

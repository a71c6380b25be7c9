import { expect, test } from 'vitest';
import { Bytes } from '../../../../src/engine/compile/bytes.ts';

const written = (write: (bytes: Bytes) => void): number[] => {
  const bytes = new Bytes();
  write(bytes);
  return [...bytes.slice()];
};

test.each([
  [0, [0]],
  [127, [0x7f]],
  [128, [0x80, 0x01]],
  [624_485, [0xe5, 0x8e, 0x26]],
  [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
])('writes %d as unsigned LEB128', (value, expected) => {
  expect(written((b) => b.unsigned(value))).toEqual(expected);
});

test.each([
  [0, [0]],
  [63, [0x3f]],
  [64, [0xc0, 0x00]],
  [-1, [0x7f]],
  [-64, [0x40]],
  [-65, [0xbf, 0x7f]],
  [-123_456, [0xc0, 0xbb, 0x78]],
  [2 ** 31 - 1, [0xff, 0xff, 0xff, 0xff, 0x07]],
  [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
])('writes %d as signed LEB128, in 32 and in 64 bits', (value, expected) => {
  expect(written((b) => b.signed(value))).toEqual(expected);
  expect(written((b) => b.signed64(BigInt(value)))).toEqual(expected);
});

test('writes the widest 64-bit integers in ten bytes', () => {
  expect(written((b) => b.signed64(2n ** 63n - 1n))).toEqual([...Array<number>(9).fill(0xff), 0x00]);
  expect(written((b) => b.signed64(-(2n ** 63n)))).toEqual([...Array<number>(9).fill(0x80), 0x7f]);
});

test('writes doubles with the low byte first', () => {
  expect(written((b) => b.double(1))).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  expect(written((b) => b.double(-0))).toEqual([0, 0, 0, 0, 0, 0, 0, 0x80]);
});

test('writes a name as its length in bytes and UTF-8', () => {
  expect(written((b) => b.name('å'))).toEqual([2, 0xc3, 0xa5]);
});

test('grows without losing what is written, also from its own bytes', () => {
  const bytes = new Bytes();
  for (let i = 0; i < 200; i++) bytes.byte(i);
  bytes.bytes(bytes.slice());
  bytes.double(1);
  expect(bytes.length).toBe(408);
  expect([...bytes.slice(200, 400)]).toEqual(Array.from({ length: 200 }, (_, i) => i));
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { qrCode } from 'spv-authorize/internal/delegation/qr-code.ts';

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

describe('qrCode', () => {
  it('a code has its three finder patterns inside a white margin of four modules, and is large enough for an address', () => {
    const { size, path } = qrCode('https://spv.example/l/9fK2xQ7vT0bS4mWc1nZp8aLr6uYd3eHj');
    const black = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
    const square = (left: number, top: number) =>
      finder.map((row, y) => [...row].map((_, x) => (black.has(`${left + x} ${top + y}`) ? '1' : '0')).join(''));
    const places = [...black].map((place) => place.split(' ').map(Number));

    assert.deepEqual([square(4, 4), square(size - 11, 4), square(4, size - 11)], [finder, finder, finder]);
    assert.ok(places.flat().every((at) => at >= 4 && at < size - 4));
    assert.equal((size - 8 - 17) % 4, 0);
    assert.ok(size - 8 >= 29, `${size}`);
  });

  it('different addresses have different codes', () => {
    assert.notEqual(qrCode('https://spv.example/l/a').path, qrCode('https://spv.example/l/b').path);
  });
});

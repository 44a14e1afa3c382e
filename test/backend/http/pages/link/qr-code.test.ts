import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { qrCode } from 'spv-authorize-backend/internal/http/pages/link/qr-code.ts';
import { encode } from 'uqr';

const address = 'https://app.example/spv/l/9fK2mPq3vXy7Lw0aBcDeFgHiJkLmNoPqRsTuVwXyZ01';

describe('the QR code', () => {
  it('the path covers exactly the dark modules of the encoded address', () => {
    const markup = String(qrCode(address, 'Cod QR'));
    const { data, size } = encode(address, { ecc: 'M', border: 3 });

    const drawn = [...markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, width, back]) => {
      assert.equal(width, back);
      return Array.from({ length: Number(width) }, (_, offset) => `${Number(x) + offset},${y}`);
    });

    const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
    assert.deepEqual(drawn.sort(), dark.sort());
    assert.ok(markup.includes(`viewBox="0 0 ${size} ${size}"`));
  });

  it('the picture has a name for assistive technology, as text', () => {
    assert.match(String(qrCode(address, 'Codul "QR"')), /role="img" aria-label="Codul &quot;QR&quot;"/);
  });
});

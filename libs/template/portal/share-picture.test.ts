import { expect, test } from '@jest/globals';
import sharp from 'sharp';
import { portalSharePicture, shareSize } from './share-picture.js';

const site = { name: '海川市人民政府门户网站', domain: 'www.haichuan.gov.example', accent: '#a8151b' };

const points = async (picture: Uint8Array) => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ];
  const isInk = (x: number, y: number) => at(x, y).every((part) => part > 200);
  return { info, at, isInk };
};

test('the picture of a shared link is the name in white on the city’s colour, small and square', async () => {
  const picture = portalSharePicture(site);
  const { info, at, isInk } = await points(picture);
  expect([info.format, info.width, info.height]).toEqual(['raw', shareSize, shareSize]);
  expect(picture.length).toBeLessThan(30_000);
  expect(at(2, 2)).toEqual([0xa8, 0x15, 0x1b]);
  const rows = Array.from(
    { length: shareSize },
    (_, y) => Array.from({ length: shareSize }, (_x, x) => isInk(x, y)).filter(Boolean).length,
  );
  // Nothing touches an edge, from which a phone cuts.
  expect([...rows.slice(0, 48), ...rows.slice(-30)].filter((ink) => ink > 0)).toEqual([]);
  expect(rows.reduce((sum, ink) => sum + ink, 0)).toBeGreaterThan(10_000);
});

test('another name or colour gives another picture, the same the same bytes, and a long name stays within', async () => {
  const same = portalSharePicture({ ...site });
  expect(Buffer.from(same).equals(portalSharePicture(site))).toBe(true);
  for (const change of [
    { name: '海川市教育局网站' },
    { accent: '#0b4a9e' },
    { domain: 'jy.haichuan.gov.example' },
  ])
    expect(Buffer.from(portalSharePicture({ ...site, ...change })).equals(same)).toBe(false);
  const long = {
    ...site,
    name: '海川市国有资产监督管理委员会和自然资源与规划局联合门户网站',
    domain: `${'x'.repeat(60)}.example`,
  };
  const { isInk } = await points(portalSharePicture(long));
  for (let y = 0; y < shareSize; y += 1)
    expect([y, isInk(4, y), isInk(shareSize - 5, y)]).toEqual([y, false, false]);
});

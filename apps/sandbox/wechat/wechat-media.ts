import { randomBytes } from 'node:crypto';
import { pictureType, type PictureType } from '../picture-store.js';
import type { World } from '../world.js';
import type { WechatMaterial } from '../memory.js';
import { textOf, type WechatCall, type WechatRequest } from './wechat-call.js';
import { WechatRefusal } from './wechat-refusal.js';

const megabyte = 1_048_576;

/** What add_material takes per type (CHANNELS A2). Covers over 2 MB were refused by some accounts. */
const materialRules = {
  image: { most: 10 * megabyte, pictures: ['jpeg', 'png', 'gif', 'bmp'] },
  thumb: { most: 64 * 1024, pictures: ['jpeg'] },
  voice: { most: 2 * megabyte, pictures: undefined },
  video: { most: 10 * megabyte, pictures: undefined },
} as const satisfies Record<string, { most: number; pictures: readonly PictureType[] | undefined }>;

type MaterialKind = keyof typeof materialRules;

export const mediaCalls: readonly WechatCall[] = [
  {
    name: 'media/uploadimg',
    method: 'POST',
    takes: 'multipart',
    answer: ({ file }, world) => {
      if (!file) throw new WechatRefusal(41005);
      if (file.bytes.length >= megabyte) throw new WechatRefusal(40009);
      const type = pictureType(file.bytes);
      if (type !== 'jpeg' && type !== 'png') throw new WechatRefusal(40137);
      return { url: pictureAddress(keep('articlePicture', file, world).mediaId, type) };
    },
  },
  {
    name: 'material/add_material',
    method: 'POST',
    takes: 'multipart',
    answer: ({ query, file }, world) => {
      const kind = query['type'] ?? '';
      if (!isMaterialKind(kind)) throw new WechatRefusal(40004);
      if (!file) throw new WechatRefusal(41005);
      const rule = materialRules[kind];
      if (file.bytes.length > rule.most) throw new WechatRefusal(kind === 'image' ? 40009 : 45001);
      const type = pictureType(file.bytes);
      if (rule.pictures && !rule.pictures.some((allowed) => allowed === type)) throw new WechatRefusal(40137);
      const material = keep(kind, file, world);
      return {
        media_id: material.mediaId,
        ...(type ? { url: pictureAddress(material.mediaId, type) } : {}),
        item: [],
      };
    },
  },
  {
    name: 'material/get_material',
    method: 'POST',
    answer: (request, world) => {
      const bytes = world.memory.pictures.get(permanent(request, world).mediaId);
      if (!bytes) throw new WechatRefusal(40007);
      return bytes;
    },
  },
  {
    name: 'material/del_material',
    method: 'POST',
    answer: (request, world) => {
      world.memory.materials.remove(permanent(request, world).mediaId);
      return { errcode: 0, errmsg: 'ok' };
    },
  },
  {
    name: 'material/get_materialcount',
    method: 'GET',
    takes: 'nothing',
    answer: (_request, world) => {
      const kinds = world.memory.materials.values().map(({ kind }) => kind);
      const count = (kind: MaterialKind): number => kinds.filter((other) => other === kind).length;
      return {
        voice_count: count('voice'),
        video_count: count('video'),
        image_count: count('image'),
        news_count: 0,
      };
    },
  },
];

const isMaterialKind = (kind: string): kind is MaterialKind => Object.hasOwn(materialRules, kind);

const keep = (
  kind: WechatMaterial['kind'],
  file: { name: string; bytes: Buffer },
  world: World,
): WechatMaterial => {
  const mediaId = randomBytes(24).toString('base64url');
  world.memory.pictures.put(mediaId, file.bytes);
  const type = pictureType(file.bytes);
  return world.memory.materials.put(mediaId, {
    mediaId,
    kind,
    name: file.name,
    bytes: file.bytes.length,
    type: type ? `image/${type}` : 'application/octet-stream',
  });
};

const permanent = ({ body }: WechatRequest, world: World): WechatMaterial => {
  const material = world.memory.materials.get(textOf(body['media_id'], 'media_id'));
  if (!material || material.kind === 'articlePicture') throw new WechatRefusal(40007);
  return material;
};

/** The address that the platform gives out; the sandbox's pages show the picture from here instead. */
const pictureAddress = (id: string, type: PictureType): string =>
  `http://mmbiz.qpic.cn/mmbiz_${type}/${id}/0?wx_fmt=${type}`;

const address = /https?:\/\/mmbiz\.qpic\.cn\/mmbiz_\w+\/([\w-]+)\/\d+(?:\?[\w=&;]*)?/;

/** The media id behind one of the platform's own picture addresses, when it was really given out here. */
export const pictureBehind = (url: string, world: World): string | undefined => {
  const id = address.exec(url)?.[1];
  return id !== undefined && world.memory.materials.get(id) ? id : undefined;
};

export const withLocalPictures = (html: string, httpUrl: string): string =>
  html.replace(new RegExp(address, 'g'), (_, id: string) => `${httpUrl}/media/${id}`);

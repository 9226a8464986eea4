import type { TraceKind, TracePlace } from './trace.api.js';

/** How a person is told of each kind. */
export const traceWords: Readonly<Record<TraceKind, { readonly zh: string; readonly en: string }>> = {
  author: { zh: '作者', en: 'Author' },
  lastModifiedBy: { zh: '最后修改者', en: 'Last modified by' },
  organisation: { zh: '单位', en: 'Organisation' },
  property: { zh: '文档属性', en: 'Property' },
  comment: { zh: '批注', en: 'Comment' },
  trackedChange: { zh: '修订痕迹', en: 'Tracked change' },
  hiddenText: { zh: '隐藏文字', en: 'Hidden text' },
  crop: { zh: '裁剪过的图片', en: 'Cropped picture' },
  headerFooter: { zh: '页眉页脚', en: 'Header or footer' },
  machinePath: { zh: '本机或内网路径', en: 'Path on a machine or an inner network' },
  place: { zh: '拍摄地点', en: 'Place of the picture' },
  device: { zh: '拍摄设备', en: 'Camera' },
  note: { zh: '图片附注', en: 'Note in the picture' },
  speakerNotes: { zh: '演讲者备注', en: 'Speaker notes' },
  mark: { zh: '疑似密级、内部标志或个人号码', en: 'Looks like a mark of secrecy or a personal number' },
};

export const tracePlaceWords: Readonly<Record<TracePlace, { readonly zh: string; readonly en: string }>> = {
  footnote: { zh: '脚注', en: 'footnote' },
  endnote: { zh: '尾注', en: 'endnote' },
  header: { zh: '页眉', en: 'header' },
  footer: { zh: '页脚', en: 'footer' },
};

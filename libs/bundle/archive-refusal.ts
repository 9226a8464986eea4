import { Problem, type Reason } from '@koujing/kernel';

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

/** Every refusal of an archive, in one table. */
export const archiveRefusal = {
  folderTaken: (folder: string): Reason => ({
    code: 'folderTaken',
    message: `${folder} 已经存在，归档包不会覆盖任何东西，请另给一个名字。`,
    messageEn: `${folder} exists already; an archive overwrites nothing. Give another name.`,
  }),
  yearNotOver: (year: number): Reason => ({
    code: 'yearNotOver',
    message: `${year} 年还没有结束，之后还会有发布稿；年度归档请在次年进行。`,
    messageEn: `${year} is not over and will have more releases; archive it in the year after.`,
  }),
  nothing: (year: number): Reason => ({
    code: 'nothingToArchive',
    message: `${year} 年没有发布过稿件，没有什么可以归档。`,
    messageEn: `Nothing was released in ${year}; there is nothing to archive.`,
  }),
  noArchive: (path: string, cause: unknown): Reason => ({
    code: 'noArchive',
    message: `${path} 读不懂，它不是这个系统写的归档包清单，或已损坏：${firstLine(cause)}。`,
    messageEn: `${path} cannot be read: it is no manifest of an archive of this system, or it is damaged: ${firstLine(cause)}.`,
  }),
};

export const refused = (reason: Reason): Problem => new Problem('badInput', [reason]);

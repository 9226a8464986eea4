import { Problem } from '@koujing/kernel';

export const badSigningKey = (scheme: string): Problem =>
  new Problem('badInput', [
    {
      code: 'signingKey',
      message: `签名私钥应以“${scheme}:”开头，后面是 32 字节的 base64url，可用 koujing admin new-audit-key 生成。`,
      messageEn: `A private signing key begins with "${scheme}:", followed by 32 bytes in base64url; koujing admin new-audit-key makes one.`,
      field: 'KOUJING_AUDIT_KEY',
      allowed: `${scheme}:…`,
    },
  ]);

import { Problem } from '@koujing/kernel';

export const badSigningKey = (scheme: string): Problem =>
  new Problem('badInput', [
    {
      code: 'signingKey',
      message: `签名私钥应以“${scheme}:”开头，后面是 32 个随机字节的 base64url（见 docs/administrator.md）。`,
      messageEn: `A private signing key begins with "${scheme}:", followed by 32 random bytes in base64url (see docs/administrator.md).`,
      field: 'KOUJING_AUDIT_KEY',
      allowed: `${scheme}:…`,
    },
  ]);

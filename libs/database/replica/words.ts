import { Problem, type Reason } from '@koujing/kernel';
import type { Foreign } from './freshness.js';

const field = 'DATABASE_REPLICA_URL';

/** Why a server is not read as the replica, with what to do. */
export const replicaWords: Readonly<Record<Foreign | 'embedded' | 'noAddress', Reason>> = {
  embedded: {
    ...{ code: 'replicaOfEmbedded', field, allowed: 'DATABASE_URL' },
    message:
      '嵌入式数据库没有只读副本；请删去 data.replicaUrl（DATABASE_REPLICA_URL），或用 DATABASE_URL 指定 PostgreSQL。',
    messageEn:
      'The embedded database has no replica: strike out data.replicaUrl (DATABASE_REPLICA_URL), or name a PostgreSQL server in DATABASE_URL.',
  },
  noAddress: {
    ...{ code: 'replicaAddress', field, allowed: 'postgres://…' },
    message:
      '只读副本的地址（data.replicaUrl 或 DATABASE_REPLICA_URL）应为 postgres://用户@主机:端口/数据库。',
    messageEn:
      'The address of the replica (data.replicaUrl or DATABASE_REPLICA_URL) must be postgres://user@host:port/database.',
  },
  sameServer: {
    ...{ code: 'replicaIsPrimary', field },
    message: '只读副本的地址（DATABASE_REPLICA_URL）就是主库的地址，请写副本的，或删去。',
    messageEn:
      'The address of the replica (DATABASE_REPLICA_URL) is that of the primary; give the replica’s, or strike it out.',
  },
  notStandby: {
    ...{ code: 'replicaNotStandby', field },
    message:
      '只读副本的地址（DATABASE_REPLICA_URL）上是一个可写的主库，不是流复制的备库：它不跟随本系统的主库，不从它读取。',
    messageEn:
      'The server at DATABASE_REPLICA_URL is a primary and no streaming standby: it does not follow the database of this system, and is not read.',
  },
  otherSystem: {
    ...{ code: 'replicaOfAnother', field },
    message:
      '只读副本（DATABASE_REPLICA_URL）是另一个数据库系统的备库，不是 DATABASE_URL 的，不从它读取；请用 pg_basebackup 从主库重做。',
    messageEn:
      'The standby at DATABASE_REPLICA_URL follows another system than DATABASE_URL, and is not read; make it anew from the primary with pg_basebackup.',
  },
  otherDatabase: {
    ...{ code: 'replicaOtherDatabase', field },
    message:
      '只读副本的地址（DATABASE_REPLICA_URL）写的数据库名与 DATABASE_URL 不同，不从它读取；请改成同一个。',
    messageEn:
      'DATABASE_REPLICA_URL names another database than DATABASE_URL, and is not read; name the same.',
  },
  ahead: {
    ...{ code: 'replicaAhead', field },
    message:
      '只读副本（DATABASE_REPLICA_URL）比主库走得更远：它跟随过别的主库，或主库恢复到了更早的时刻；不从它读取，请用 pg_basebackup 从主库重做。',
    messageEn:
      'The standby at DATABASE_REPLICA_URL is ahead of the primary: it followed another one, or the primary was set back. It is not read; make it anew from the primary with pg_basebackup.',
  },
};

export const refusedReplica = (why: keyof typeof replicaWords): Problem =>
  new Problem(why === 'embedded' || why === 'noAddress' ? 'badInput' : 'unavailable', [replicaWords[why]]);

/** It answers, and lets nobody in: the user, the password, its own rules. */
export const refusingReplica = (reason: string): Problem =>
  new Problem('unavailable', [
    {
      ...{ code: 'replicaRefuses', field },
      message: `只读副本（DATABASE_REPLICA_URL）拒绝连接：${reason}。`,
      messageEn: `The replica (DATABASE_REPLICA_URL) refuses the connection: ${reason}.`,
    },
  ]);

import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlDriverAdapter,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';

/** The oldest version that generated repositories run on; the engine writes SQL that it understands. */
const SERVER = { version: 'PostgreSQL 15.0', numeric: 150_000 };

/**
 * A database that is not there. To compare two schemas the engine only wants to know which PostgreSQL it writes SQL for; every other
 * question is refused.
 */
export const offlinePostgres: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'offline',
  connect: () => Promise.resolve(adapter),
  connectToShadowDb: () => Promise.resolve(adapter),
};

const adapter: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'offline',
  // The engine does not wait for a promise here.
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: (query) => (query.sql.includes('server_version_num') ? Promise.resolve(versionOf(SERVER)) : refuse(query)),
  executeRaw: refuse,
  executeScript: (sql) => refuse({ sql }),
  startTransaction: () => refuse({ sql: 'BEGIN' }),
  dispose: () => Promise.resolve(),
};

function versionOf({ version, numeric }: typeof SERVER): SqlResultSet {
  return {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, version, numeric]],
  };
}

function refuse({ sql }: Pick<SqlQuery, 'sql'>): Promise<never> {
  return Promise.reject(new Error(`The schema engine wanted to ask a database, and there is none: ${sql}`));
}

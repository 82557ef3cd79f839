import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Design } from '../../../src/design/model.js';
import type { Repository } from './repository.js';

/** A PostgreSQL server that a repository is pointed at by DATABASE_URL. */
export interface GivenServer {
  /** A new database for a repository. It is gone, and the role that its migrations made as well, when the server is closed. */
  createDatabase(design: Design): Promise<string>;
  query(url: string, sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

interface Client {
  connect(): Promise<void>;
  query(sql: string): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
}

interface Embedded {
  readonly startEmbedded: (options: { directory: string; durable: boolean }) => Promise<OwnServer>;
}

interface OwnServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server of DATABASE_URL when this run was given one; otherwise one of our own, started beside the repository. */
export async function giveServer(repository: Repository): Promise<GivenServer> {
  const own = process.env.DATABASE_URL ? undefined : await startOwn(repository);
  const admin = process.env.DATABASE_URL ?? own?.url ?? '';
  const ask = (sql: string, url = admin) => query(repository, url, sql);
  const rolesBefore = (await ask('SELECT rolname FROM pg_roles')).map(({ rolname }) => rolname);
  const databases: string[] = [];
  const roles = new Set<string>();
  return {
    createDatabase: async ({ product }) => {
      const name = `proof_${product.database}_${process.pid}_${databases.length}`;
      await ask(`CREATE DATABASE ${name}`);
      databases.push(name);
      if (!rolesBefore.includes(product.appRole)) roles.add(product.appRole);
      return Object.assign(new URL(admin), { pathname: `/${name}` }).href;
    },
    query: (url, sql) => ask(sql, url),
    close: async () => {
      for (const name of databases) await ask(`DROP DATABASE ${name} WITH (FORCE)`);
      for (const role of roles) await ask(`DROP ROLE IF EXISTS "${role}"`);
      await own?.stop();
    },
  };
}

async function startOwn({ folder }: Repository): Promise<OwnServer> {
  const module = pathToFileURL(path.join(folder, 'packages', 'database', 'dist', 'embedded.js')).href;
  const { startEmbedded } = (await import(/* @vite-ignore */ module)) as Embedded;
  return startEmbedded({ directory: `${folder}.postgres`, durable: false });
}

async function query({ folder }: Repository, url: string, sql: string): Promise<Record<string, unknown>[]> {
  const require = createRequire(path.join(folder, 'packages', 'database', 'package.json'));
  const pg = require('pg') as { Client: new (options: { connectionString: string }) => Client };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Where the formulas and limits of the model come from: a title and an address. */
export const SOURCES = {
  little:
    'J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961, https://doi.org/10.1287/opre.9.3.383',
  staffing:
    'S. Halfin and W. Whitt, Heavy-Traffic Limits for Queues with Many Exponential Servers, Operations Research 29(3), 1981, https://doi.org/10.1287/opre.29.3.567',
  utilisation:
    'L. Kleinrock, Queueing Systems, Volume 1, Wiley, 1975 (M/M/1), https://books.google.com/books?id=rUbxAAAAMAAJ',
  spare:
    'Site Reliability Engineering, Addressing Cascading Failures, https://sre.google/sre-book/addressing-cascading-failures/',
  connections:
    'PostgreSQL wiki, Number Of Database Connections, https://wiki.postgresql.org/wiki/Number_Of_Database_Connections',
  poolSizing: 'HikariCP wiki, About Pool Sizing, https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing',
  pageLayout:
    'PostgreSQL documentation, Database Page Layout, https://www.postgresql.org/docs/current/storage-page-layout.html',
  vacuum:
    'PostgreSQL documentation, autovacuum_vacuum_scale_factor, https://www.postgresql.org/docs/current/runtime-config-autovacuum.html',
  sharedBuffers:
    'PostgreSQL documentation, shared_buffers, https://www.postgresql.org/docs/current/runtime-config-resource.html',
  defaultConnections:
    'PostgreSQL documentation, max_connections, https://www.postgresql.org/docs/current/runtime-config-connection.html',
  maxConnections:
    'Amazon RDS User Guide, Quotas and constraints, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html',
  storage:
    'Amazon RDS User Guide, DB instance storage, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html',
} as const;

/** The same in a word or two, for tables. */
export const SOURCE_NAMES: Readonly<Record<keyof typeof SOURCES, string>> = {
  little: 'Little’s law',
  staffing: 'Halfin and Whitt',
  utilisation: 'Kleinrock',
  spare: 'SRE book',
  connections: 'PostgreSQL wiki',
  poolSizing: 'HikariCP wiki',
  pageLayout: 'PostgreSQL pages',
  vacuum: 'PostgreSQL autovacuum',
  sharedBuffers: 'PostgreSQL memory',
  defaultConnections: 'PostgreSQL connections',
  maxConnections: 'RDS limits',
  storage: 'RDS storage',
};

/** Where the formulas and limits of the model come from: a title and an address. */
export const SOURCES = {
  little:
    'J. D. C. Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961, https://doi.org/10.1287/opre.9.3.383',
  staffing:
    'S. Halfin and W. Whitt, Heavy-Traffic Limits for Queues with Many Exponential Servers, Operations Research 29(3), 1981, https://doi.org/10.1287/opre.29.3.567',
  utilisation:
    'L. Kleinrock, Queueing Systems, Volume 1, Wiley, 1975, https://books.google.com/books?id=rUbxAAAAMAAJ: in an M/M/1 queue the mean time in the system is the service time divided by 1 − utilisation',
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
  maxConnections:
    'Amazon RDS User Guide, Quotas and constraints, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html',
  storage:
    'Amazon RDS User Guide, DB instance storage, https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html',
  serviceLevel:
    'Amazon Builders’ Library, Static stability using Availability Zones, https://aws.amazon.com/builders-library/static-stability-using-availability-zones/',
} as const;

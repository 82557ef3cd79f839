// Preloaded into the command line: tells a test that it listens to signals now, so that there is something to interrupt.
process.on('newListener', (event) => {
  if (event === 'SIGTERM') setImmediate(() => process.stderr.write('started\n'));
});

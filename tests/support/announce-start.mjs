// Preloaded into the command line: tells a test when there is something to interrupt, which is once it listens.
process.on('newListener', (event) => {
  if (event === 'SIGTERM') setTimeout(() => process.stderr.write('started\n'), 200);
});

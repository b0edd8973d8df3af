// Preloaded into child processes: when the parent is gone, even by kill -9, the child stops as on SIGTERM.
function leave() {
  if (process.listenerCount("SIGTERM") > 0) process.emit("SIGTERM", "SIGTERM");
  else process.exit(143);
  // A stop that hangs must not leave the process behind.
  setTimeout(() => process.exit(143), 4500).unref();
}

// Without a channel the process was started by hand and lives on its own.
if (process.channel) {
  process.on("disconnect", leave);
  process.channel.unref();
}

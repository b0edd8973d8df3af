// Preloaded into child processes: when the parent is gone, even by kill -9, the child stops as on SIGTERM.
function leave() {
  if (process.listenerCount("SIGTERM") > 0) process.emit("SIGTERM", "SIGTERM");
  else process.exit(143);
  // A stop that hangs must not leave the process behind.
  setTimeout(() => process.exit(143), 4500).unref();
}

// Processes that the child itself forks inherit this preload and need their channel for their own work.
if (process.channel && process.env.AMPER_PARENT === String(process.ppid)) {
  process.on("disconnect", leave);
  process.channel.unref();
}

// Succeeds when the service of this container does its work.
const response = await fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/health/ready`, {
  signal: AbortSignal.timeout(4_000),
});
if (!response.ok) {
  console.error(await response.text());
  process.exitCode = 1;
}

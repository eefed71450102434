namespace Tidemark.Collector.Hosting;

/// <summary>Requests, or items of requests, that were refused for one reason.</summary>
/// <param name="Source">Who sent them, for the ledger; empty when the sender is unknown.</param>
/// <param name="Path">The signal's path, or "an unknown path": what a stranger made up is not kept.</param>
/// <param name="Status">HTTP status of the answer; 200 when only some items of an accepted request were rejected.</param>
/// <param name="Reason">The newest reason. Holds no payload and no secret.</param>
/// <param name="Count">Requests (or items, when <paramref name="Status"/> is 200) since the collector started.</param>
/// <param name="LastAt">When it last happened, UTC.</param>
internal sealed record RefusedRequest(string Source, string Path, int Status, string Reason, long Count, DateTime LastAt);

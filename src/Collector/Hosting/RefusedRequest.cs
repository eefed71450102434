namespace Tidemark.Collector.Hosting;

/// <summary>Requests, or items of requests, refused for one reason.</summary>
/// <param name="Source">The sender, as in the ledger; empty if unknown.</param>
/// <param name="Path">The signal's path, or "an unknown path": arbitrary paths are not kept.</param>
/// <param name="Status">HTTP status of the response; 200 if only some items of an accepted request were rejected.</param>
/// <param name="Reason">The latest reason. Contains no payload and no secrets.</param>
/// <param name="Count">Requests (items if <paramref name="Status"/> is 200) since the collector started.</param>
/// <param name="LastAt">Time of the latest refusal, UTC.</param>
internal sealed record RefusedRequest(string Source, string Path, int Status, string Reason, long Count, DateTime LastAt);

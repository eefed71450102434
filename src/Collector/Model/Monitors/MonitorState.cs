namespace Tidemark.Collector.Model.Monitors;

/// <summary>The state of a subject watched across sessions.</summary>
/// <param name="Streak">Consecutive failures up to <paramref name="LastAt"/>.</param>
/// <param name="IsRaised">Whether it is down, has fallen back, or has been reported.</param>
/// <param name="Value">The backend that a session store used last, other than the fallback if it has one.</param>
/// <param name="LastAt">Event time of the latest operation taken into account, written occasionally while nothing else changes.</param>
/// <param name="Revision">Number of times the row was written; 0 = new. Optimistic concurrency: must be passed through unchanged.</param>
internal sealed record MonitorState(MonitorKey Key, int Streak, bool IsRaised, string Value, DateTime LastAt, long Revision = 0);

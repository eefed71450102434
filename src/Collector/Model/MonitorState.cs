namespace Tidemark.Collector.Model;

/// <summary>The state of something watched across sessions.</summary>
/// <param name="Streak">Failures in a row up to <paramref name="LastAt"/>.</param>
/// <param name="IsRaised">Down, fallen back, or already reported.</param>
/// <param name="Value">The backend that a session store last used, other than the fallback where it has one.</param>
/// <param name="LastAt">Event time of the latest operation taken into account, written now and then while nothing else changes.</param>
/// <param name="Revision">How often the row has been written; 0 = not yet. Guards against two writers of one row: carry it along.</param>
internal sealed record MonitorState(MonitorKey Key, int Streak, bool IsRaised, string Value, DateTime LastAt, long Revision = 0);
